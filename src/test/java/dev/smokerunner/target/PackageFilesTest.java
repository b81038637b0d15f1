package dev.smokerunner.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFilesTest {
    @TempDir
    Path directory;

    @Test
    void listsFilesByTheirKeys() throws Exception {
        Files.createDirectories(directory.resolve("js"));
        Files.writeString(directory.resolve("js/Main.js"), "x");

        PackageFiles files = PackageFiles.in(directory);

        assertThat(files.file("js/Main.js")).isPresent();
        assertThat(files.file("js/main.js")).isEmpty();
        assertThat(files.file("js")).isEmpty();
        assertThat(files.file("js/../js/Main.js")).isEmpty();
    }

    @Test
    void followsALinkOnlyWithinThePackage() throws Exception {
        Path root = Files.createDirectory(directory.resolve("package"));
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("a.js"), "x");
        Files.createSymbolicLink(root.resolve("in.js"), Path.of("a.js"));
        Files.createSymbolicLink(root.resolve("out.txt"), secret);
        Files.createSymbolicLink(root.resolve("parent"), directory);

        PackageFiles files = PackageFiles.in(root);

        assertThat(files.file("in.js")).isPresent();
        assertThat(files.file("out.txt")).isEmpty();
        assertThat(files.file("parent/secret.txt")).isEmpty();
    }

    @Test
    void saysThatADirectoryIsNotThere() {
        assertThatThrownBy(() -> PackageFiles.in(directory.resolve("dist")))
                .isInstanceOf(PackageTrouble.class)
                .hasMessage("the package '" + directory.resolve("dist")
                        + "' is not there; expected the directory that will be uploaded");
    }

    @Test
    void saysThatAFileIsNoDirectory() throws IOException {
        Path file = Files.writeString(directory.resolve("dist"), "x");

        assertThatThrownBy(() -> PackageFiles.in(file)).hasMessageContaining("is no directory");
    }

    @Test
    void doesNotServeNothing() throws IOException {
        Files.createDirectories(directory.resolve("js"));

        assertThatThrownBy(() -> PackageFiles.in(directory)).hasMessageContaining("has no file in it; was it built?");
    }
}
