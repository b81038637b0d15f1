package dev.smokerunner.check.text;

import dev.smokerunner.check.wording.Format;

/** What is said of files that end too early. */
public final class CutText {
    /** How it probably came about. */
    public static final String HINT =
            "compare its size with the build's: the upload was broken off, or the disk was full";

    private static final int SHOWN = 60;

    private CutText() {}

    /** The last that is there. */
    public static String end(String text) {
        return "it ends with …" + Format.line(text.substring(Math.max(0, text.length() - SHOWN)));
    }
}
