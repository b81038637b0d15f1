package dev.smokerunner.report;

import java.util.Locale;

/** Makes characters visible that a reader cannot see and a terminal, a log or a parser would act on. */
final class Visible {
    /** Longer than any sentence of ours, and than most URLs. */
    private static final int FIELD = 2_000;

    private Visible() {}

    /** The same for what one field of a report holds: at most 2000 characters. */
    static String line(String text) {
        return line(text, FIELD);
    }

    /**
     * The text as one line in which every control, invisible or broken character is spelled out, e.g. {@code \x1b}.
     *
     * @param text any text, hostile or not
     * @param max how many characters to keep at most; what is cut off is counted at the end
     */
    static String line(String text, int max) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), max) + 32);
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            String shown = shown(character);
            if (line.length() + shown.length() > max) {
                return line.append("... (")
                        .append(text.length() - at)
                        .append(" more)")
                        .toString();
            }
            line.append(shown);
            at += Character.charCount(character);
        }
        return line.toString();
    }

    private static String shown(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isSeen(character) ? Character.toString(character) : spelled(character);
        };
    }

    private static String spelled(int character) {
        return String.format(Locale.ROOT, character < 0x100 ? "\\x%02x" : "\\u%04x", character);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT, // bidi controls, zero-width characters, tags
                    Character.SURROGATE, // a pair would have been read as one character
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !isBlankLetter(character) && character != 0xFFFE && character != 0xFFFF;
        };
    }

    /** Marks and letters without a shape of their own: a comparison by culture rules passes over them. */
    private static boolean isBlankLetter(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || isVariationSelector(character);
    }

    private static boolean isVariationSelector(int character) {
        return (character >= 0x180B && character <= 0x180F)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
