package dev.smokerunner.observe.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Cuts a text into what may be paths: runs of the characters that names of files are made of. */
final class PathTokens {
    private static final String OF_PATHS = "._-~@%+/\\$!";
    private static final String QUOTES = "\"'`";
    private static final int LONGEST = 1000;
    /** What else the names of files may hold, and names of classes or sentences. */
    private static final String OF_NAMES = " ()[],&'#;=?";

    private static final int LONGEST_WITH_BLANKS = 200;
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z][A-Za-z0-9]{0,10}(?:[?#][^ ]*)?$");

    private final String text;
    private int start;
    private int end;
    private String path = "";
    private boolean isRelative;
    /** Where the token lies that was told last as a whole quoted text, and is told in its parts next. */
    private int told = -1;

    PathTokens(String text) {
        this.text = text;
    }

    /** Goes on to the next one; false at the end. */
    boolean next() {
        start = skip(told < 0 ? end : told, false);
        end = skip(start, true);
        int whole = start == told ? -1 : endOfNameWithBlanks();
        told = -1;
        if (whole >= 0) {
            told = start;
            end = whole;
        }
        if (start < end) {
            read(end - start > LONGEST ? "" : text.substring(start, end));
        }
        return start < end;
    }

    /** Where characters of paths, or others, end that begin there. */
    private int skip(int from, boolean areOfPaths) {
        int at = from;
        while (at < text.length() && isOfPath(text.charAt(at)) == areOfPaths) {
            at++;
        }
        return at;
    }

    /** The path without what leads up or to the root, slashes and percent signs decoded; ends in a slash for a folder. */
    String path() {
        return path;
    }

    /** Whether it began with {@code ./} or {@code ../}. */
    boolean isRelative() {
        return isRelative;
    }

    /** Whether quotes stand on both sides, or a template's hole behind it. */
    boolean isQuoted() {
        boolean isOpened = start > 0 && QUOTES.indexOf(text.charAt(start - 1)) >= 0;
        boolean isClosed = end < text.length() && (QUOTES + "{").indexOf(text.charAt(end)) >= 0;
        return isOpened && isClosed;
    }

    /**
     * Where a quoted text ends that begins here and may be the name of a file with blanks, brackets or commas in it; -1 where
     * there is none. Its parts may be names as well.
     */
    private int endOfNameWithBlanks() {
        boolean isCut = start > 0 && end < text.length() && QUOTES.indexOf(text.charAt(start - 1)) >= 0;
        if (!isCut) {
            return -1;
        }
        char quote = text.charAt(start - 1);
        int most = Math.min(text.length() - 1, start + LONGEST_WITH_BLANKS);
        int at = end;
        while (at < most && isOfName(text.charAt(at), quote)) {
            at++;
        }
        boolean isWhole = at > end && text.charAt(at) == quote;
        return isWhole && EXTENSION.matcher(text).region(start, at).find() ? at : -1;
    }

    private static boolean isOfName(char c, char quote) {
        return c != quote && (isOfPath(c) || OF_NAMES.indexOf(c) >= 0);
    }

    private void read(String token) {
        String plain = decoded(token);
        isRelative = plain.startsWith("./") || plain.startsWith("../");
        int from = 0;
        while (from < plain.length() && "./".indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        int to = plain.length();
        while (to > from && ".$!+@".indexOf(plain.charAt(to - 1)) >= 0) {
            to--;
        }
        String name = plain.substring(from, to);
        path = told < 0 ? name : name.split("[?#]", 2)[0];
    }

    private static String decoded(String token) {
        String slashed = token.indexOf('\\') < 0
                ? token
                : token.replace("\\u002F", "/").replace("\\u002f", "/").replace("\\", "/");
        String single = slashed.contains("//") ? slashed.replaceAll("/{2,}", "/") : slashed;
        if (single.indexOf('%') < 0) {
            return single;
        }
        try {
            return URLDecoder.decode(single.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return single;
        }
    }

    private static boolean isOfPath(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c > 0x7f && Character.isLetterOrDigit(c)
                || OF_PATHS.indexOf(c) >= 0;
    }
}
