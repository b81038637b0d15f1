package dev.smokerunner.canary.packages;

import java.io.IOException;
import java.nio.file.Files;

/** Locks as files. */
final class LockFiles {
    private LockFiles() {}

    /** Removes a lock, so that all is resolved anew; none is fine. */
    static void delete(Project project, String name) throws PackagesException {
        try {
            Files.deleteIfExists(project.directory().resolve(name));
        } catch (IOException e) {
            throw new PackagesException(name + ": cannot be removed: " + e.getMessage(), e);
        }
    }

    /** Makes an empty lock. */
    static void create(Project project, String name) throws PackagesException {
        try {
            Files.createFile(project.directory().resolve(name));
        } catch (IOException e) {
            throw new PackagesException(name + ": cannot be made: " + e.getMessage(), e);
        }
    }

    /** What is written in a lock. */
    static byte[] read(Project project, String name) throws PackagesException {
        try {
            return Files.readAllBytes(project.directory().resolve(name));
        } catch (IOException e) {
            throw new PackagesException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes a lock as it was read. */
    static void write(Project project, String name, byte[] written) throws PackagesException {
        try {
            Files.write(project.directory().resolve(name), written);
        } catch (IOException e) {
            throw new PackagesException(name + ": cannot be written: " + e.getMessage(), e);
        }
    }
}
