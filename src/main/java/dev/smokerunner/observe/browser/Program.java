package dev.smokerunner.observe.browser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser or a driver that said its version.
 *
 * @param path its executable
 * @param version e.g. {@code 156.0.8078.79}
 * @param title its name and version
 */
record Program(Path path, String version, String title) {
    private static final Pattern VERSION = Pattern.compile("(\\d+)(\\.\\d+)+");

    /** Reads what a program says about its version, e.g. {@code Chromium 156.0.8078.79 built on Debian}. */
    static Optional<Program> of(Path path, String output) {
        String line = output.lines().findFirst().orElse("");
        Matcher version = VERSION.matcher(line);
        return version.find()
                ? Optional.of(new Program(path, version.group(), line.substring(0, version.end())))
                : Optional.empty();
    }

    /** The first number of the version: a driver drives the browsers of its own. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    boolean fits(Program other) {
        return major().equals(other.major());
    }
}
