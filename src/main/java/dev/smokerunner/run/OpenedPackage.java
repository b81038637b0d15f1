package dev.smokerunner.run;

import dev.smokerunner.observe.release.ReleasedPackage;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A package that stays open for as long as it is compared with what is served, or none.
 *
 * @param files the package
 * @param contents what is in it
 */
record OpenedPackage(Optional<PackedFiles> files, Optional<ReleasedPackage> contents) implements AutoCloseable {

    /**
     * Opens a package, where there is one.
     *
     * @throws PackageException if it cannot be opened
     * @throws IOException if a file of it cannot be read
     */
    static OpenedPackage of(Optional<Path> path) throws PackageException, IOException {
        if (path.isEmpty()) {
            return new OpenedPackage(Optional.empty(), Optional.empty());
        }
        PackedFiles files = Packages.open(path.get());
        try {
            return new OpenedPackage(Optional.of(files), Optional.of(ReleasedPackage.read(files)));
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    @Override
    public void close() {
        files.ifPresent(PackedFiles::close);
    }
}
