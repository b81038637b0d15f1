package dev.smokerunner.report;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Makes hostile text harmless for JSON parsers, for pages that embed JSON, and for terminals that are shown it. */
final class JsonText extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int FIELD = 10_000;
    private static final int DELETE = 0x7F;

    /** One field: lone surrogates replaced, cut to 10,000 characters. All else is kept, the writer escapes it. */
    static String field(String text) {
        StringBuilder whole = new StringBuilder(Math.min(text.length(), FIELD) + 32);
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (whole.length() + Character.charCount(character) > FIELD) {
                return whole.append("... (")
                        .append(text.length() - at)
                        .append(" more)")
                        .toString();
            }
            boolean broken = Character.getType(character) == Character.SURROGATE;
            whole.appendCodePoint(broken ? 0xFFFD : character);
            at += Character.charCount(character);
        }
        return whole.toString();
    }

    /**
     * A whole document in which no CI log finds a command, should it be printed.
     *
     * <p>A {@code #} stands only inside JSON strings, and never within an escape, so its escape may take its place.
     */
    static String document(String json) {
        return json.replace("##", "#\\u0023");
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] codes = standardAsciiEscapesForJSON();
        codes['<'] = ESCAPE_STANDARD;
        codes['>'] = ESCAPE_STANDARD;
        codes['&'] = ESCAPE_STANDARD;
        codes[DELETE] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
        // Asked only for custom escapes, of which there are none.
        return new SerializedString("");
    }
}
