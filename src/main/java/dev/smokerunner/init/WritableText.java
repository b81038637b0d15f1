package dev.smokerunner.init;

/** Tells texts of a page that can stand in a config for what they are from those that would mean something else there. */
final class WritableText {
    /** Characters; a longer title or message says no more. */
    private static final int LONGEST = 120;

    private WritableText() {}

    /**
     * Whether it can be written as a text that a page must have, and means itself: what stands between slashes is a regular
     * expression there.
     */
    static boolean isText(String text) {
        boolean isExpression = text.length() > 2 && text.startsWith("/") && text.endsWith("/");
        return !isExpression && isValue(text);
    }

    /**
     * Whether it can be written as any value: a config replaces <code>${NAME}</code> from the environment, and characters that
     * nobody sees could hide anything.
     */
    static boolean isValue(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
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
