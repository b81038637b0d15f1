package dev.smokerunner.canary.build;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Node that builds, which may be older than the one that installs.
 *
 * @param chosen the executable that was named; absent means that on the path
 * @param path the folders of the path, as in the variable
 */
public record NodePrograms(Optional<Path> chosen, String path) {
    /** Rejects null. */
    public NodePrograms {
        requireNonNull(chosen);
        requireNonNull(path);
    }

    /**
     * The folders in which a build finds its programs, first ones first.
     *
     * @param bin a new folder for programs of ours
     */
    List<Path> folders(Path bin) throws IOException {
        List<Path> folders = new ArrayList<>();
        if (chosen.isPresent()) {
            Path own = folder(chosen.get().toAbsolutePath());
            folders.add(own);
            if (!Files.exists(own.resolve("npm"))) {
                writeNpm(bin);
                folders.add(bin);
            }
        }
        onPath("node").map(Path::getParent).ifPresent(folders::add);
        Stream.of("/usr/local/bin", "/usr/bin", "/bin").map(Path::of).forEach(folders::add);
        return folders.stream().distinct().toList();
    }

    /** A script of the project may call npm, which does not run on an old Node. */
    private void writeNpm(Path bin) throws IOException {
        Optional<Path> node = onPath("node");
        Optional<Path> npm = onPath("npm");
        if (node.isPresent() && npm.isPresent()) {
            Path script = Files.writeString(
                    Files.createDirectories(bin).resolve("npm"),
                    "#!/bin/sh\nexec '" + node.get() + "' '" + npm.get().toRealPath() + "' \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** The folders that a sandbox must show besides the system's: where the Nodes are installed, if that is no home. */
    List<Path> installations() throws IOException {
        List<Path> shown = new ArrayList<>();
        for (Path program : Stream.of(chosen, onPath("node"), onPath("npm"))
                .flatMap(Optional::stream)
                .toList()) {
            Path bin = folder(program.toRealPath());
            Path prefix = bin.getParent();
            boolean isInstallation = prefix != null && prefix.getNameCount() > 1 && !isHome(prefix);
            shown.add(bin.endsWith("bin") && isInstallation ? prefix : bin);
        }
        return shown.stream()
                .distinct()
                .filter(path -> !path.startsWith("/usr"))
                .toList();
    }

    /** A file has a folder, if only the root. */
    private static Path folder(Path file) {
        return file.resolveSibling("").normalize();
    }

    private static boolean isHome(Path folder) {
        return folder.equals(Path.of(System.getProperty("user.home"))) || folder.endsWith(".local");
    }

    private Optional<Path> onPath(String program) {
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
