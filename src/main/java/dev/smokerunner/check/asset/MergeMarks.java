package dev.smokerunner.check.asset;

/** Finds the marks that version control leaves in a file until somebody settles a merge. */
final class MergeMarks {
    static final String HINT = "settle the merge in the source, and build again";

    private MergeMarks() {}

    /** Whether all three marks begin lines, in their order. */
    static boolean areIn(String text) {
        int ours = lineStart(text, "<<<<<<< ", 0);
        int middle = ours < 0 ? -1 : lineStart(text, "=======", ours);
        return middle >= 0 && lineStart(text, ">>>>>>> ", middle) >= 0;
    }

    private static int lineStart(String text, String mark, int from) {
        return from == 0 && text.startsWith(mark) ? 0 : text.indexOf("\n" + mark, Math.max(0, from - 1));
    }
}
