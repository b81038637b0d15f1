package dev.smokerunner.observe.compare;

/** A text without white space and comments: what a minifier leaves of it, and of what it leaves the same. */
final class Squeezed {
    private Squeezed() {}

    static String of(String text) {
        String bare = without(without(text, "<!--", "-->"), "/*", "*/");
        StringBuilder squeezed = new StringBuilder(bare.length());
        bare.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> squeezed.append((char) c));
        return squeezed.toString();
    }

    /** A comment that never ends is none. */
    private static String without(String text, String opens, String closes) {
        StringBuilder kept = new StringBuilder(text.length());
        int from = 0;
        int open = text.indexOf(opens);
        while (open >= 0) {
            int close = text.indexOf(closes, open + opens.length());
            if (close < 0) {
                break;
            }
            kept.append(text, from, open);
            from = close + closes.length();
            open = text.indexOf(opens, from);
        }
        return kept.append(text, from, text.length()).toString();
    }
}
