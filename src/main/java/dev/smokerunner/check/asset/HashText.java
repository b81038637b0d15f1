package dev.smokerunner.check.asset;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells the hashes that build tools put into names from words: {@code 3a5f9c1b}, {@code DiwrgTda} and {@code 7EBGTEV3} from
 * {@code feedback}, {@code MainPage} and {@code base64}.
 *
 * <p>A hash may look like a word by chance, so that "no" is no proof; "yes" is meant to be one.
 */
final class HashText {
    private static final int SHORTEST = 6;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
    /** Without a digit, only the lengths that tools use: esbuild's base32 and the base64url of Rollup and Vite. */
    private static final Pattern LETTERS_OF_A_TOOL = Pattern.compile("[A-Za-z]{8}");

    private static final Pattern SMALL = Pattern.compile("[0-9a-z]+");
    private static final Pattern SMALL_LETTER = Pattern.compile("[a-z]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern TURN = Pattern.compile("(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])");
    private static final Pattern HUMP = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");
    /** {@code DSC01234}, {@code IMG2025}: what cameras, scanners and people number. */
    private static final Pattern NUMBERED = Pattern.compile("[A-Z]{2,5}[0-9]+");
    /** {@code 20241105a}, {@code 20241105T1430}: a day, with a letter or a time. */
    private static final Pattern DATED =
            Pattern.compile("(19|20)[0-9]{2}(0[1-9]|1[0-2])([0-2][0-9]|3[01])([A-Za-z]|[Tt][0-9]{4,6}[Zz]?)?");

    private static final Pattern ACRONYM = Pattern.compile("[A-Z]{1,5}");
    private static final Pattern VOWEL = Pattern.compile("[aeiouy]");
    private static final Pattern CONSONANTS =
            Pattern.compile("[^aeiouy]{5}|(?<=.)[bcdfghjklmnpqrstvwxz]{2}[jqvx]|[jqvx]{2}");
    /** How English words begin, where they begin with two consonants. */
    private static final List<String> BEGINNINGS = List.of(
            "bl", "br", "ch", "cl", "cr", "dr", "dw", "fl", "fr", "gh", "gl", "gn", "gr", "kn", "kl", "kr", "ph", "pl",
            "pr", "ps", "rh", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "sq", "st", "sv", "sw", "th", "tr", "ts", "tw",
            "vl", "wh", "wr");

    private static final Pattern TWO_CONSONANTS = Pattern.compile("[^aeiouy]{2}.*");
    private static final int LONGER_THAN_WORDS = 16;
    private static final int FEWEST_TURNS = 3;
    private static final int SHORTEST_SMALL = 8;

    private HashText() {}

    /** Whether a text without separators is a hash. */
    static boolean isHash(String text) {
        if (text.length() < SHORTEST || DIGITS.matcher(text).matches() || isNumbered(text) || isWords(text)) {
            return false;
        }
        boolean hasDigit = text.chars().anyMatch(Character::isDigit);
        if (!hasDigit) {
            return LETTERS_OF_A_TOOL.matcher(text).matches() && !text.equals(text.toLowerCase(java.util.Locale.ROOT));
        }
        if (HEX.matcher(text).matches()) {
            return true;
        }
        int turns = TURN.split(text).length - 1;
        return SMALL.matcher(text).matches() ? text.length() >= SHORTEST_SMALL && turns >= FEWEST_TURNS : turns >= 1;
    }

    private static boolean isNumbered(String text) {
        return DATED.matcher(text).matches()
                || NUMBERED.matcher(text).matches() && !HEX.matcher(text).matches();
    }

    /** Whether it is put together from words, acronyms and one number: {@code iPhone6Plus}, {@code face2face}. */
    private static boolean isWords(String text) {
        boolean hasSeveralNumbers = DIGITS.matcher(text).results().count() > 1;
        if (hasSeveralNumbers
                || text.length() >= LONGER_THAN_WORDS && HEX.matcher(text).matches()) {
            return false;
        }
        List<String> parts = Arrays.stream(TURN.split(text))
                .filter(part -> !DIGITS.matcher(part).matches())
                .flatMap(HashText::humps)
                .toList();
        boolean hasWord = parts.stream().anyMatch(HashText::isWord);
        boolean isFirstShort =
                !parts.isEmpty() && SMALL_LETTER.matcher(parts.get(0)).matches();
        return hasWord
                && parts.stream()
                        .skip(isFirstShort ? 1 : 0)
                        .allMatch(part -> isWord(part) || ACRONYM.matcher(part).matches())
                && parts.stream()
                                .filter(part -> ACRONYM.matcher(part).matches())
                                .count()
                        <= 1;
    }

    private static Stream<String> humps(String letters) {
        return letters.equals(letters.toUpperCase(java.util.Locale.ROOT))
                ? Stream.of(letters)
                : HUMP.matcher(letters).results().map(java.util.regex.MatchResult::group);
    }

    /** Whether it can be spoken. */
    private static boolean isWord(String part) {
        String letters = part.toLowerCase(java.util.Locale.ROOT);
        Matcher two = TWO_CONSONANTS.matcher(letters);
        boolean beginsWell = !two.matches() || BEGINNINGS.contains(letters.substring(0, 2));
        return letters.length() >= 3
                && VOWEL.matcher(letters).find()
                && beginsWell
                && !CONSONANTS.matcher(letters).find();
    }
}
