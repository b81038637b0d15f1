package dev.smokerunner.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFilesTest {
    @TempDir
    Path directory;

    @Test
    void listsFilesByTheirKeys() throws Exception {
        Files.createDirectories(directory.resolve("js"));
        Files.writeString(directory.resolve("js/Main.js"), "x");

        DirectoryFiles files = DirectoryFiles.in(directory);

        assertThat(files.has("js/Main.js")).isTrue();
        assertThat(files.has("js/main.js")).isFalse();
        assertThat(files.has("js")).isFalse();
        assertThat(files.has("js/../js/Main.js")).isFalse();
    }

    @Test
    void followsALinkOnlyWithinThePackage() throws Exception {
        Path root = Files.createDirectory(directory.resolve("package"));
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("a.js"), "x");
        Files.createSymbolicLink(root.resolve("in.js"), Path.of("a.js"));
        Files.createSymbolicLink(root.resolve("out.txt"), secret);
        Files.createSymbolicLink(root.resolve("parent"), directory);

        DirectoryFiles files = DirectoryFiles.in(root);

        assertThat(files.has("in.js")).isTrue();
        assertThat(files.has("out.txt")).isFalse();
        assertThat(files.has("parent/secret.txt")).isFalse();
    }

    @Test
    void saysThatADirectoryIsNotThere() {
        assertThatThrownBy(() -> DirectoryFiles.in(directory.resolve("dist")))
                .isInstanceOf(PackageException.class)
                .hasMessage("the package '" + directory.resolve("dist")
                        + "' is not there; expected the directory or the zip that will be uploaded");
    }

    @Test
    void noticesThatAFileChanged() throws Exception {
        Path file = Files.writeString(directory.resolve("a.js"), "x");
        DirectoryFiles files = DirectoryFiles.in(directory);

        assertThat(files.isChanged()).isFalse();
        Files.writeString(file, "xy");
        assertThat(files.isChanged()).isTrue();
    }

    @Test
    void noticesThatAFileCame() throws Exception {
        Files.writeString(directory.resolve("a.js"), "x");
        DirectoryFiles files = DirectoryFiles.in(directory);

        Files.writeString(directory.resolve("b.js"), "x");

        assertThat(files.isChanged()).isTrue();
    }

    @Test
    void doesNotServeNothing() throws IOException {
        Files.createDirectories(directory.resolve("js"));

        assertThatThrownBy(() -> DirectoryFiles.in(directory)).hasMessageContaining("has no file in it; was it built?");
    }
}
