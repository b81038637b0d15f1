package dev.smokerunner.observe.compare;

/** JSON without the white space between its tokens. */
final class JsonSpelling {
    private JsonSpelling() {}

    /** The text without white space outside of strings; where that parts two words, a blank stays. */
    static String of(String text) {
        StringBuilder spelled = new StringBuilder(text.length());
        boolean isString = false;
        boolean isPending = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!isString && Character.isWhitespace(c)) {
                isPending = true;
                continue;
            }
            if (isPending && parts(spelled, c)) {
                spelled.append(' ');
            }
            isPending = false;
            spelled.append(c);
            if (c == '"') {
                isString = !isString;
            } else if (isString && c == '\\' && at + 1 < text.length()) {
                spelled.append(text.charAt(++at));
            }
        }
        return spelled.toString();
    }

    private static boolean parts(StringBuilder spelled, char next) {
        return spelled.length() > 0 && isWord(spelled.charAt(spelled.length() - 1)) && isWord(next);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
    }
}
