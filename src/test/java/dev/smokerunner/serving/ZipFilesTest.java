package dev.smokerunner.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips as they should be; the others are in {@code HostileZipsIT}. */
class ZipFilesTest {
    @TempDir
    Path directory;

    private Path zip(String... keysAndTexts) throws IOException {
        Path zip = directory.resolve("site.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out)) {
            for (int i = 0; i < keysAndTexts.length; i += 2) {
                entries.putNextEntry(new ZipEntry(keysAndTexts[i]));
                entries.write(keysAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void listsFilesByTheirKeysAndNoDirectories() throws Exception {
        try (PackedFiles files = Packages.open(zip("js/", "", "js/Main.js", "x", "index.html", ""))) {
            assertThat(files.keys()).containsExactly("index.html", "js/Main.js");
            assertThat(files.has("js/Main.js")).isTrue();
            assertThat(files.has("js/main.js")).isFalse();
            assertThat(files.bytes("js/Main.js")).isEqualTo(1);
            assertThat(files.flaws()).isEmpty();
        }
    }

    @Test
    void readsAFileOutOfTheZip() throws Exception {
        String text = "console.log(1);\n".repeat(10_000);
        try (PackedFiles files = Packages.open(zip("js/Main.js", text, "empty.txt", ""));
                InputStream main = files.open("js/Main.js");
                InputStream empty = files.open("empty.txt")) {
            assertThat(main).hasContent(text);
            assertThat(empty).isEmpty();
        }
    }

    @Test
    void noticesThatTheZipWasReplaced() throws Exception {
        Path zip = zip("a.js", "x");
        try (PackedFiles files = Packages.open(zip)) {
            assertThat(files.isChanged()).isFalse();

            Files.move(
                    Files.copy(zip, directory.resolve("new.zip")),
                    zip,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            assertThat(files.isChanged()).isTrue();
        }
    }

    @Test
    void noticesThatTheZipIsGone() throws Exception {
        Path zip = zip("a.js", "x");
        try (PackedFiles files = Packages.open(zip)) {
            Files.delete(zip);

            assertThat(files.isChanged()).isTrue();
        }
    }
}
