package dev.smokerunner.cli;

import dev.smokerunner.config.DurationText;
import dev.smokerunner.run.Previous;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Turns what was asked about a release into a plan; finds everything that is wrong with it. */
final class ReleaseReader {
    private static final Duration DEFAULT_WAIT = Duration.ofMinutes(2);

    private final ReleaseOptions options;
    private final List<String> problems;
    private int files;

    ReleaseReader(ReleaseOptions options, List<String> problems) {
        this.options = options;
        this.problems = problems;
    }

    /** The plan; what is wrong goes to the problems. */
    ReleasePlan read() {
        Optional<Path> release = options.release.flatMap(text -> readable("--release", text, keys -> files = keys));
        if (options.wait.isPresent() && options.release.isEmpty()) {
            problems.add("--wait: expected --release beside it, which says what to wait for, got none");
        }
        Duration usual = options.release.isPresent() ? DEFAULT_WAIT : Duration.ZERO;
        return new ReleasePlan(
                release,
                duration("--wait", options.wait, DurationText::parse).orElse(usual),
                options.previous.flatMap(this::previous),
                duration("--watch-upload", options.watchUpload, DurationText::parseLimit)
                        .orElse(Duration.ZERO));
    }

    /** How many files are to be fetched; known once it was read. */
    int files() {
        return files;
    }

    private Optional<Previous> previous(String text) {
        if (text.toLowerCase(Locale.ROOT).endsWith(".json")) {
            try {
                return Optional.of(ResultFile.read(text));
            } catch (IllegalArgumentException e) {
                problems.add("--previous: " + e.getMessage());
                return Optional.empty();
            }
        }
        return readable("--previous", text, keys -> {}).map(Previous.Packaged::new);
    }

    private Optional<Path> readable(String option, String text, IntConsumer counted) {
        try {
            Path path = Path.of(text);
            try (PackedFiles opened = Packages.open(path)) {
                Packages.requireWhole(path, opened);
                counted.accept(opened.keys().size());
                return Optional.of(path);
            }
        } catch (PackageException e) {
            problems.add(option + ": " + e.getMessage());
        } catch (InvalidPathException e) {
            problems.add(option + ": expected a directory, got \"" + text + "\"");
        }
        return Optional.empty();
    }

    private Optional<Duration> duration(String option, Optional<String> text, Function<String, Duration> parse) {
        try {
            return text.map(parse);
        } catch (IllegalArgumentException e) {
            problems.add(option + ": expected " + e.getMessage() + ", got \"" + text.orElse("") + "\"");
            return Optional.empty();
        }
    }
}
