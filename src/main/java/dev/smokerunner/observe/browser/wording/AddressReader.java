package dev.smokerunner.observe.browser.wording;

import dev.smokerunner.observation.NamedAddresses;
import java.util.regex.Pattern;

/** Finds the addresses, paths and file names in a text, whatever its language. */
public final class AddressReader {
    /** The most that one text names: the rest of a long text is a list. */
    private static final int MOST = 50;

    private static final Pattern WORD = Pattern.compile("[^\\s\"'`‘’“”<>]{4,}");
    private static final Pattern BEFORE = Pattern.compile("^[(\\[{]+");
    private static final Pattern STOP = Pattern.compile("[.,;:!?\\]}]+$");
    private static final Pattern PLACE = Pattern.compile("(?::\\d{1,9}){1,2}$");
    private static final Pattern ORIGIN = Pattern.compile("\\w+://[^/]*");

    private AddressReader() {}

    /** Those in a text. */
    public static NamedAddresses read(String text) {
        return new NamedAddresses(WORD.matcher(text)
                .results()
                .map(found -> bare(found.group()))
                .filter(word -> word.indexOf('/') >= 0 || word.indexOf('.') >= 0)
                .distinct()
                .limit(MOST)
                .toList());
    }

    private static String bare(String word) {
        String inner = BEFORE.matcher(word).replaceFirst("");
        String stopped = STOP.matcher(inner).replaceFirst("");
        return stopped.endsWith(")") && !isBalanced(stopped)
                ? bare(stopped.substring(0, stopped.length() - 1))
                : withoutPlace(stopped);
    }

    private static boolean isBalanced(String word) {
        return word.chars().filter(c -> c == '(').count()
                >= word.chars().filter(c -> c == ')').count();
    }

    /** The place in a file is not part of its address; the port of a server is. */
    private static String withoutPlace(String word) {
        return ORIGIN.matcher(word).matches() ? word : PLACE.matcher(word).replaceFirst("");
    }
}
