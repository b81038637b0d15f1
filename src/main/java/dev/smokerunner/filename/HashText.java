package dev.smokerunner.filename;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells the hashes that build tools put into names from words: {@code 3a5f9c1b}, {@code DiwrgTda} and {@code 7EBGTEV3} from
 * {@code feedback}, {@code MainPage} and {@code base64}.
 *
 * <p>A hash may look like a word by chance, so that "no" is no proof; "yes" is meant to be one.
 */
public final class HashText {
    /** Tools cut a hash to six characters at least. */
    private static final int SHORTEST = 6;

    private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
    /** Without a digit, only the length that tools use: esbuild's base32 and the base64url of Rollup and Vite. */
    private static final Pattern LETTERS_OF_A_TOOL = Pattern.compile("[A-Za-z]{8}");

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+");
    private static final Pattern SMALL = Pattern.compile("[0-9a-z]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** {@code DSC01234}, {@code IMG2025}: what cameras, scanners and people number. */
    private static final Pattern NUMBERED = Pattern.compile("[A-Z]{2,5}[0-9]+");
    /** {@code 20241105a}, {@code 20241105T1430}: a day, with a letter or a time. */
    private static final Pattern DATED =
            Pattern.compile("(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])([A-Za-z]|[Tt][0-9]{4,6}[Zz]?)?");

    private static final Pattern BASE_64 = Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?!.*--).+");
    private static final Pattern SPELT_AS_WORDS = Pattern.compile("[a-z]*|[A-Z]*|[A-Z]?[a-z]+([A-Z][a-z]+)*");
    private static final int LONGER_THAN_WORDS = 16;
    private static final int SHORTEST_CODE = 8;
    /** Eight small letters and digits change this often in half of all hashes; words with numbers seldom do. */
    private static final int FEWEST_CHANGES = 3;
    /** A name of nothing else has no tool's separator before it to prove it, as {@code html4css1} has not. */
    private static final int CHANGES_OF_A_WHOLE_NAME = 4;

    private HashText() {}

    /** Whether a text without separators is a hash. */
    public static boolean isHash(String text) {
        if (text.length() < SHORTEST || !CODE.matcher(text).matches() || isNumber(text) || isWords(text)) {
            return false;
        }
        int changes = changes(text);
        if (changes == 0) {
            return LETTERS_OF_A_TOOL.matcher(text).matches() && !text.equals(text.toLowerCase(Locale.ROOT));
        }
        if (HEX.matcher(text).matches()) {
            return true;
        }
        return text.length() >= SHORTEST_CODE && (!SMALL.matcher(text).matches() || changes >= FEWEST_CHANGES);
    }

    /** Whether a text is a hash even where it is the whole name: words with numbers in them are more often names. */
    static boolean isSurelyHash(String text) {
        int changes = changes(text);
        return isHash(text)
                && text.length() >= SHORTEST_CODE
                && (HEX.matcher(text).matches() && changes > 1 || changes >= CHANGES_OF_A_WHOLE_NAME);
    }

    /** Whether eight characters that may hold separators are of base64url: of all three kinds where they hold one. */
    static boolean isBase64(String eight) {
        return Fingerprint.SEPARATOR.matcher(eight).find()
                ? BASE_64.matcher(eight).matches()
                : isHash(eight);
    }

    /** Whether a text is written as people write words: each part in one case, or each word begun by a capital. */
    static boolean isSpeltAsWords(String text) {
        return Arrays.stream(Fingerprint.SEPARATOR.split(text))
                .allMatch(part -> SPELT_AS_WORDS.matcher(part).matches());
    }

    private static boolean isNumber(String text) {
        return DIGITS.matcher(text).matches()
                || DATED.matcher(text).matches()
                || NUMBERED.matcher(text).matches() && !HEX.matcher(text).matches();
    }

    private static boolean isWords(String text) {
        boolean isTooLong =
                text.length() >= LONGER_THAN_WORDS && HEX.matcher(text).matches();
        return !isTooLong && Words.isOneOf(text);
    }

    /** How often letters turn into digits or back. */
    private static int changes(String text) {
        int changes = 0;
        for (int i = 1; i < text.length(); i++) {
            changes += Character.isDigit(text.charAt(i)) != Character.isDigit(text.charAt(i - 1)) ? 1 : 0;
        }
        return changes;
    }
}
