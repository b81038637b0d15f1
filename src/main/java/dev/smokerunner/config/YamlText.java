package dev.smokerunner.config;

/** Texts as YAML: whatever they hold, they stay one value or one comment on one line. */
final class YamlText {
    /** Characters of a comment; what a page says in more is cut. */
    private static final int LONGEST_COMMENT = 120;

    private YamlText() {}

    /** The text between double quotes. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                out.append('\\').appendCodePoint(character);
            } else {
                out.append(visible(character));
            }
        });
        return out.append('"').toString();
    }

    /** The text for a comment. */
    static String comment(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(LONGEST_COMMENT).forEach(character -> out.append(visible(character)));
        return out + (text.codePointCount(0, text.length()) > LONGEST_COMMENT ? "…" : "");
    }

    /** What nobody sees, or what ends a line, is written as its number. */
    private static String visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> escaped(character);
            default -> Character.toString(character);
        };
    }

    private static String escaped(int character) {
        return character > 0xFFFF ? String.format("\\U%08X", character) : String.format("\\u%04X", character);
    }
}
