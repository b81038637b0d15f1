package dev.smokerunner.observe.browser.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that this runs on. */
final class ThisMachine implements Machine {

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public boolean isExecutable(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    @Override
    public Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path;
        }
    }

    @Override
    public List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    @Override
    public List<Path> searchPath() {
        List<Path> directories = new ArrayList<>();
        for (String directory : environment("PATH").orElse("").split(File.pathSeparator, -1)) {
            try {
                if (!directory.isBlank()) {
                    directories.add(Path.of(directory));
                }
            } catch (InvalidPathException nonsense) {
                // A directory that cannot exist holds no browser.
            }
        }
        return directories;
    }
}
