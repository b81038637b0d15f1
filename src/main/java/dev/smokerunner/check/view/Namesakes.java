package dev.smokerunner.check.view;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the script of the package that a page probably lacks: it is called like the name that is missed, and not loaded. */
public final class Namesakes {
    /** Shorter ones end many words. */
    private static final int SHORTEST_END = 4;
    /** Shorter names are those of variables, in code that was made small. */
    private static final int SHORTEST_NAME = 3;

    private Namesakes() {}

    /** The script of the package that holds what an error misses, and that the page does not load. */
    public static Optional<PackagedFile> of(PageView page, BrowserMessage error) {
        return page.observation().contents().value().stream()
                .flatMap(contents -> contents.files().stream())
                .filter(file -> error.facts(MissedCode.class).anyMatch(missed -> isMissed(file, missed)))
                .filter(file -> !page.namedFiles().wasAskedFor(file))
                .min(Comparator.comparing((PackagedFile file) -> -bare(file).length())
                        .thenComparing(file -> file.key().length())
                        .thenComparing(PackagedFile::key));
    }

    /** Whether a script is called like what code misses. */
    public static boolean isMissed(PackagedFile file, MissedCode missed) {
        return file.name().isScript()
                && missed.what().isName()
                && missed.name()
                        .filter(name -> name.length() >= SHORTEST_NAME)
                        .filter(name -> isLike(bare(file), name.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private static boolean isLike(String bare, String name) {
        return bare.equals(name) || bare.length() >= SHORTEST_END && name.endsWith(bare);
    }

    private static String bare(PackagedFile file) {
        return file.name().plain().replace("-", "");
    }
}
