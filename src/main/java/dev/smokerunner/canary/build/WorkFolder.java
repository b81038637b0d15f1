package dev.smokerunner.canary.build;

import dev.smokerunner.process.FolderOwner;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The folder in which all builds of a call are made, and that goes with it; at the latest when the next one begins.
 *
 * @param path the folder
 */
public record WorkFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "smoke-canary-";
    private static final String OWNER = "owner";

    /**
     * A new one. Removes those that calls left behind that were killed.
     *
     * @param parent where it is made
     */
    public static WorkFolder in(Path parent) throws IOException {
        removeAbandoned(parent);
        // The owner alone may look into it.
        WorkFolder folder =
                new WorkFolder(Files.createTempDirectory(parent, PREFIX).toRealPath());
        Files.writeString(folder.path.resolve(OWNER), FolderOwner.self().written());
        return folder;
    }

    @Override
    public void close() {
        Tree.delete(path);
    }

    private static void removeAbandoned(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isAbandoned(folder)) {
                    Tree.delete(folder);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // A folder that cannot be listed keeps what is in it.
        }
    }

    /** One that another container made is left alone, since nobody here knows whether its process lives. */
    private static boolean isAbandoned(Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && FolderOwner.read(Files.readString(folder.resolve(OWNER)))
                            .filter(owner ->
                                    owner.place().equals(FolderOwner.self().place()))
                            .filter(owner -> !owner.isAlive())
                            .isPresent();
        } catch (IOException unknown) {
            return false;
        }
    }
}
