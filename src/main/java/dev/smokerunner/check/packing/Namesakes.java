package dev.smokerunner.check.packing;

import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PageObservation;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the script of the package that a page probably lacks: it is called like the name that is missed, and not loaded. */
public final class Namesakes {
    private static final Pattern MISSED =
            Pattern.compile("\\b([A-Za-z_$][\\w$]{2,60}) is not (defined|a function|a constructor)");
    /** Shorter ones end many words. */
    private static final int SHORTEST_END = 4;
    /** Shorter names are those of variables, in code that was made small. */
    private static final int SHORTEST_NAME = 3;

    private Namesakes() {}

    /** What to do about an error that misses what the package holds. */
    public static Optional<String> hint(PageObservation page, String error) {
        Set<String> asked = NamedFiles.askedFor(page);
        return page.contents().value().stream()
                .flatMap(contents -> contents.files().stream())
                .filter(file -> isMissed(file, error))
                .filter(file -> !asked.contains(file.key()))
                .min(Comparator.comparing((PackagedFile file) -> -bare(file).length())
                        .thenComparing(file -> file.key().length())
                        .thenComparing(PackagedFile::key))
                .map(file -> "perhaps because the page does not load " + Words.line(file.key())
                        + ", which the package holds: compare its tag with the page's source");
    }

    /** Whether a script is called like what code misses. */
    static boolean isMissed(PackagedFile file, MissedCode missed) {
        return file.name().isScript()
                && missed.what().isName()
                && missed.name()
                        .filter(name -> name.length() >= SHORTEST_NAME)
                        .filter(name -> isLike(bare(file), name.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private static boolean isMissed(PackagedFile file, String error) {
        Matcher missed = MISSED.matcher(error);
        return file.name().isScript()
                && missed.find()
                && isLike(bare(file), missed.group(1).toLowerCase(Locale.ROOT));
    }

    private static boolean isLike(String bare, String name) {
        return bare.equals(name) || bare.length() >= SHORTEST_END && name.endsWith(bare);
    }

    private static String bare(PackagedFile file) {
        return file.name().plain().replace("-", "");
    }
}
