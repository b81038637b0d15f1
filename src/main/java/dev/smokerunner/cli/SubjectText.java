package dev.smokerunner.cli;

import dev.smokerunner.config.Plans;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.SiteUrl;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.target.PackageTrouble;
import dev.smokerunner.target.Packages;
import dev.smokerunner.target.Target;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** URLs, packages and configs, as they are typed on a command line. */
final class SubjectText {

    private SubjectText() {}

    /** Whether it can only be meant as a URL; whatever else is there is a config. */
    static boolean isUrl(String text) {
        return text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*://.*")
                || text.matches("(?is)(javascript|data|about|view-source|mailto|file):.*");
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

    /** What {@code --target} names; what cannot be checked goes to the problems. */
    static Optional<Target> target(String text, List<String> problems) {
        if (isUrl(text)) {
            return url(text, "--target", problems).map(Target.LiveSite::new);
        }
        Path path = Path.of(text);
        if (!Files.exists(path)) {
            problems.add("--target: expected a URL, a directory or a zip, got \"" + text
                    + "\", and there is no such directory or file");
            return Optional.empty();
        }
        // Opened once before the run: what cannot be opened is a usage error, and nothing must have run.
        try {
            Packages.open(path).close();
            return Optional.of(new Target.Package(path, Map.of()));
        } catch (PackageTrouble e) {
            problems.add("--target: " + e.getMessage());
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
