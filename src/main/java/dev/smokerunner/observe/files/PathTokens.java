package dev.smokerunner.observe.files;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Cuts a text into what may be paths: runs of the characters that names of files are made of. */
final class PathTokens {
    private static final String OF_PATHS = "._-~@%+/\\$!";
    private static final String QUOTES = "\"'`";
    private static final int LONGEST = 1000;

    private final String text;
    private int start;
    private int end;
    private String path = "";
    private boolean isRelative;

    PathTokens(String text) {
        this.text = text;
    }

    /** Goes on to the next one; false at the end. */
    boolean next() {
        start = end;
        while (start < text.length() && !isOfPath(text.charAt(start))) {
            start++;
        }
        end = start;
        while (end < text.length() && isOfPath(text.charAt(end))) {
            end++;
        }
        if (start < end) {
            read(end - start > LONGEST ? "" : text.substring(start, end));
        }
        return start < end;
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
        path = plain.substring(from, to);
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
