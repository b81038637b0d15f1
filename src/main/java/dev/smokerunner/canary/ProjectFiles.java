package dev.smokerunner.canary;

import dev.smokerunner.canary.packages.PackagesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The manifest and the lock of a project as texts. */
final class ProjectFiles {
    private ProjectFiles() {}

    static String read(Path project, String name) throws PackagesException {
        try {
            return Files.readString(project.resolve(name));
        } catch (IOException e) {
            throw new PackagesException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static void write(Path project, Map<String, String> files) throws PackagesException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            try {
                Files.writeString(project.resolve(file.getKey()), file.getValue());
            } catch (IOException e) {
                throw new PackagesException(file.getKey() + ": cannot be written: " + e.getMessage(), e);
            }
        }
    }
}
