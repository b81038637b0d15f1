package dev.smokerunner.observe.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The machine that this runs on. */
final class ThisMachine implements Machine {

    /** A cold browser answers within a second; a wrapper that starts a window instead never does. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int LONGEST = 1_000;

    @Override
    public Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    @Override
    public Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
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
    public Optional<String> versionOutput(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectError(Redirect.DISCARD)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .start();
            return output(process);
        } catch (IOException failed) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A version is one line, which fits into the pipe: it can be read after the end. */
    private static Optional<String> output(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return Optional.empty();
        }
        try (InputStream output = process.getInputStream()) {
            return Optional.of(new String(output.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
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
