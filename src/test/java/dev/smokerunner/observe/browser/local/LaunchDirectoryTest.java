package dev.smokerunner.observe.browser.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchDirectoryTest {
    private final Path parent;

    LaunchDirectoryTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private LaunchDirectory ownedBy(String owner) throws IOException {
        LaunchDirectory directory = LaunchDirectory.create(parent);
        String place = Files.readString(directory.path().resolve("owner")).split(" ", 3)[2];
        Files.writeString(directory.path().resolve("owner"), owner.replace("HERE", place));
        Files.createDirectories(directory.profile().resolve("Default"));
        return directory;
    }

    @Test
    void goesWithAllThatIsInIt() throws IOException {
        LaunchDirectory directory = ownedBy("1 2 HERE");

        directory.delete();

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void goesAlthoughSomebodyWritesThereToTheLast() throws Exception {
        LaunchDirectory directory = ownedBy("1 2 HERE");
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> write(directory.profile(), begun));
        begun.await();

        directory.delete();

        writer.get(5, TimeUnit.SECONDS);
        assertThat(parent).isEmptyDirectory();
    }

    private static void write(Path profile, CountDownLatch begun) {
        long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
        try {
            for (int file = 0; System.nanoTime() < end; file++) {
                Files.createFile(profile.resolve(String.valueOf(file)));
                begun.countDown();
            }
        } catch (IOException gone) {
            // As it should be.
        }
    }

    @Test
    void leavesADirectoryWhoseOwnerLives() throws IOException {
        LaunchDirectory directory = LaunchDirectory.create(parent);

        LaunchDirectory.removeAbandoned(parent);

        assertThat(directory.path()).isDirectory();
    }

    @Test
    void removesADirectoryWhoseOwnerIsDead() throws IOException {
        ownedBy("4194305 0 HERE");

        LaunchDirectory.removeAbandoned(parent);

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void removesADirectoryWhoseOwnersNumberIsSomebodyElsesNow() throws IOException {
        ownedBy(ProcessHandle.current().pid() + " 1000 HERE");

        LaunchDirectory.removeAbandoned(parent);

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void leavesADirectoryOfAnotherContainer() throws IOException {
        LaunchDirectory directory = ownedBy("4194305 0 pid:[1]");

        LaunchDirectory.removeAbandoned(parent);

        assertThat(directory.path()).isDirectory();
    }

    @Test
    void leavesADirectoryThatIsJustBeingMade() throws IOException {
        LaunchDirectory directory = ownedBy("");

        LaunchDirectory.removeAbandoned(parent);

        assertThat(directory.path()).isDirectory();
    }

    @Test
    void leavesWhatIsBehindALink(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("owner"), "4194305 0 x");
        Files.createSymbolicLink(parent.resolve("smoke-browser-00000000"), elsewhere);

        LaunchDirectory.removeAbandoned(parent);

        assertThat(elsewhere.resolve("owner")).exists();
    }

    @Test
    void canBeReadByNobodyElse() throws IOException {
        assertThat(Files.getPosixFilePermissions(LaunchDirectory.create(parent).path()))
                .hasSize(3);
    }
}
