package dev.smokerunner.cli;

import dev.smokerunner.config.Plans;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.SiteUrl;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** URLs, packages and configs, as they are typed on a command line. */
final class SubjectText {

    /** How every zip with a file in it begins. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private SubjectText() {}

    /** Whether it can only be meant as a URL; whatever else is there is a config. */
    static boolean isUrl(String text) {
        return text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*://.*")
                || text.matches("(?is)(javascript|data|about|view-source|mailto|file):.*");
    }

    /** Whether it is a zip by whatever name, which nobody means as a config. */
    static boolean isZip(String text) {
        try (InputStream bytes = Files.newInputStream(Path.of(text))) {
            return Arrays.equals(bytes.readNBytes(ZIP.length), ZIP);
        } catch (InvalidPathException | IOException e) {
            // Whoever reads it as a config says what is wrong with it.
            return false;
        }
    }

    /** A URL of a site; what is none goes to the problems. */
    static Optional<URI> url(String text, String where, List<String> problems) {
        try {
            return Optional.of(SiteUrl.parse(text));
        } catch (IllegalArgumentException e) {
            problems.add(shown(where) + ": expected " + e.getMessage() + ", got \"" + shown(text) + "\"");
            return Optional.empty();
        }
    }

    /** A URL, a directory or a zip; what cannot be checked goes to the problems. */
    static Optional<Target> target(String text, String where, List<String> problems) {
        if (isUrl(text)) {
            return url(text, where, problems).map(Target.LiveSite::new);
        }
        Path path = Path.of(text);
        if (!Files.exists(path)) {
            problems.add(where + ": expected a URL, a directory or a zip, got \"" + text
                    + "\", and there is no such directory or file");
            return Optional.empty();
        }
        // Opened once before the run: what cannot be opened is a usage error, and nothing must have run.
        try {
            Packages.open(path).close();
            return Optional.of(new Target.Package(path, Map.of()));
        } catch (PackageException e) {
            problems.add(where + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The plan for a target about which no config says anything. */
    static SmokePlan plan(Target target, RunOptions options) {
        return target instanceof Target.LiveSite site
                ? Plans.forUrl(site.url(), options)
                : Plans.forPackage(((Target.Package) target).path(), options);
    }

    /** The text without what looks like a user and a password. */
    static String shown(String text) {
        return text.replaceAll("//[^/@\\s]*@", "//***@");
    }
}
