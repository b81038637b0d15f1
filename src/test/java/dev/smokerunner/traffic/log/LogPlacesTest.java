package dev.smokerunner.traffic.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where logs are, as people write it: {@code /var/log/nginx} is a link on many a machine. */
class LogPlacesTest {
    @TempDir
    private Path folder;

    private Path disk;
    private Path link;

    @BeforeEach
    void logs() throws IOException {
        disk = Files.createDirectories(folder.resolve("disk"));
        Files.createDirectories(disk.resolve("old"));
        Files.writeString(disk.resolve("a.log"), "");
        Files.writeString(disk.resolve("b.log.tmp"), "");
        Files.writeString(disk.resolve("old/c.log"), "");
        link = Files.createSymbolicLink(folder.resolve("nginx"), disk);
    }

    @Test
    void areFoundBehindALinkToAFolder() throws IOException {
        assertThat(LogPlaces.files(link.toString())).containsExactly(link.resolve("a.log"));
        assertThat(LogPlaces.files(link + "/*.log")).containsExactly(link.resolve("a.log"));
        assertThat(LogPlaces.files(folder + "/n*/*.log")).containsExactly(link.resolve("a.log"));
        assertThat(LogPlaces.files(link + "/**.log")).containsExactly(link.resolve("a.log"), link.resolve("old/c.log"));
    }

    @Test
    void areFoundWhereALinkLeadsBackUp() throws IOException {
        Files.createSymbolicLink(disk.resolve("old/up"), disk);

        assertThat(LogPlaces.files(disk + "/**.log")).containsExactly(disk.resolve("a.log"), disk.resolve("old/c.log"));
    }

    @Test
    void areFoundHoweverThePathIsWritten() throws IOException {
        assertThat(LogPlaces.files(folder + "//disk//*.log")).containsExactly(disk.resolve("a.log"));
        assertThat(LogPlaces.files(folder + "/disk/../disk/a*")).containsExactly(folder.resolve("disk/../disk/a.log"));
        assertThat(LogPlaces.files("pom.x*")).isEqualTo(List.of(Path.of("pom.xml")));
        assertThat(LogPlaces.files("./pom.x*")).isEqualTo(List.of(Path.of("./pom.xml")));
    }
}
