package dev.smokerunner.check.text;

import dev.smokerunner.check.wording.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text that browsers read otherwise than they were written.
 *
 * @param misread what is read, by what was written
 */
record MisreadWords(Map<String, String> misread) {
    /** Characters that are no ASCII, with the letters around them. */
    private static final Pattern WORD = Pattern.compile("[\\w-]{0,20}[^\\x00-\\x7f]{1,20}[\\w-]{0,20}");
    /** Enough to see whether one of them is on the page, and few enough to look for each. */
    private static final int MOST = 200;

    private static final int LONGEST = 40;
    /** What scripts in a page count as white space. */
    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0\ufeff\u2028\u2029]+");

    /** The words of a text that was written as UTF-8, as another encoding reads it. */
    static MisreadWords of(String text, Encoding encoding) {
        Map<String, String> misread = new LinkedHashMap<>();
        Matcher word = WORD.matcher(text);
        while (misread.size() < MOST && word.find()) {
            String read = encoding.misread(word.group());
            if (!read.equals(word.group())) {
                misread.putIfAbsent(word.group(), read);
            }
        }
        return new MisreadWords(misread);
    }

    boolean isEmpty() {
        return misread.isEmpty();
    }

    /** The first word that stands in a text as it is misread. */
    Optional<String> shownIn(String visible) {
        return misread.entrySet().stream()
                .filter(word -> visible.contains(
                        SPACE.matcher(word.getValue()).replaceAll(" ").strip()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A word and what it is read as, for people. */
    String example(String word) {
        return "\"" + Format.line(misread.getOrDefault(word, ""), LONGEST) + "\" for \"" + Format.line(word, LONGEST)
                + "\"";
    }

    /** The first words, with preferably a letter in them, for people. */
    String examples() {
        List<String> words = new ArrayList<>(misread.keySet());
        words.sort((one, other) -> Boolean.compare(isWord(other), isWord(one)));
        return example(words.get(0));
    }

    private static boolean isWord(String text) {
        return text.length() > 2 && text.chars().anyMatch(Character::isLetter);
    }
}
