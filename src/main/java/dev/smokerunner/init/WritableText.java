package dev.smokerunner.init;

/** Tells texts of a page that can stand in a config for what they are from those that would mean something else there. */
final class WritableText {
    /** Characters; a longer title or message says no more. */
    private static final int LONGEST = 120;

    private WritableText() {}

    /**
     * Whether a text can be written, and means itself: a config replaces <code>${NAME}</code> from the environment, takes what stands between
     * slashes for a regular expression, and characters that nobody sees could hide anything.
     */
    static boolean is(String text) {
        boolean isExpression = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        return !text.isBlank()
                && text.length() <= LONGEST
                && !isExpression
                && !text.contains("${")
                && text.codePoints().allMatch(WritableText::isSeen);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
