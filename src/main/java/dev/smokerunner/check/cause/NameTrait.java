package dev.smokerunner.check.cause;

import dev.smokerunner.filename.FileName;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a name can have that some servers, stores and uploads cannot deal with; the rarest first, since it says most. */
public enum NameTrait {
    /** A percent sign, which is decoded once too often or too seldom. */
    PERCENT(path -> path.contains("%25")),
    /** A plus sign, which some read as a blank. */
    PLUS(path -> path.contains("+") || path.toUpperCase(Locale.ROOT).contains("%2B")),
    /** A blank. */
    BLANK(path -> path.contains("%20")),
    /** A character that is not ASCII: an upload may spell it in another encoding. */
    NOT_ASCII(Pattern.compile("%[89A-Fa-f][0-9A-Fa-f]").asPredicate()),
    /** A bracket, which frameworks put around the changing part of a route, and which addresses may have in encoded form only. */
    BRACKET(Pattern.compile("[\\[\\](){}]|%(?:5[BDbd]|7[BDbd]|2[89])").asPredicate()),
    /** A part that begins with a dot: Jekyll 4.3 leaves it out as well, many servers do, and so does {@code *} in a shell. */
    DOT(Pattern.compile("/\\.(?!well-known/)").asPredicate()),
    /** A part that begins with an underscore: Jekyll 4.3 leaves it out (its {@code EntryFilter}), and so GitHub Pages. */
    UNDERSCORE(path -> path.contains("/_")),
    /** An extension for which the server may lack a type, or which an upload left out. */
    EXTENSION(path -> isUncommon(FileName.ofAddress(path).extension())),
    /** A capital, fingerprints aside: a file system that does not tell them apart may have lost it. */
    CAPITAL(NameTrait::hasCapital);

    /**
     * What every server has a type for by itself, of what pages are made of: our own choice, and no more than a hint. Without
     * it, four cases of the deploy zoo blame an extension that is served well.
     */
    private static final Set<String> EVER_SERVED =
            Set.of("", "html", "htm", "js", "css", "png", "jpg", "jpeg", "gif", "ico", "txt", "xml");

    /**
     * How many must have it before it is taken for the cause. One proves nothing: with it, 23 cases of the deploy zoo blame a
     * name that is right. Two are no chance: even a capital, the most frequent trait, is in 4 of the 97 names of its sites.
     */
    static final int FEWEST = 2;

    // All of them are functions without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<String> isIn;

    NameTrait(Predicate<String> isIn) {
        this.isIn = isIn;
    }

    /** Whether the encoded path of an address has it. */
    boolean isIn(String path) {
        return isIn.test(path);
    }

    private static boolean hasCapital(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return FileName.of(file).fingerprint().isEmpty() && file.chars().anyMatch(Character::isUpperCase);
    }

    private static boolean isUncommon(String extension) {
        return !EVER_SERVED.contains(extension);
    }
}
