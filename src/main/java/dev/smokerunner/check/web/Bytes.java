package dev.smokerunner.check.web;

import dev.smokerunner.observation.Body;

/** What the first bytes of a body tell about its encoding. */
public final class Bytes {
    private static final int SNIFFED = 64;
    private static final int LONG_START = 1024;
    private static final int MANY = 4;

    private Bytes() {}

    /** Whether they are still compressed although all encodings that the header names were undone. */
    public static boolean isGzip(Body body) {
        byte[] start = body.start(2);
        return start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    /** Whether they are still compressed by zstd. */
    public static boolean isZstd(Body body) {
        return startsWith(body, 0x28, 0xb5, 0x2f, 0xfd);
    }

    /** Whether a body begins with these bytes, each from 0 to 255. */
    public static boolean startsWith(Body body, int... bytes) {
        byte[] start = body.start(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (start.length <= i || (start[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether they begin with printable ASCII and nothing else, as no picture and no font does. */
    public static boolean isAscii(Body body) {
        for (byte one : body.start(SNIFFED)) {
            if (one < 0x20 && one != '\n' && one != '\r' && one != '\t') {
                return false;
            }
        }
        return body.length() > 0;
    }

    /** Whether bytes were read as text and written again: what is no UTF-8 became the replacement character, over and over. */
    public static boolean wasTakenForText(Body body) {
        byte[] start = body.start(LONG_START);
        int replaced = 0;
        for (int i = 0; i + 2 < start.length; i++) {
            boolean isReplacement =
                    (start[i] & 0xff) == 0xef && (start[i + 1] & 0xff) == 0xbf && (start[i + 2] & 0xff) == 0xbd;
            replaced += isReplacement ? 1 : 0;
        }
        return replaced >= MANY && replaced > start.length / 30;
    }

    /**
     * Whether the ends of lines in a PNG were changed as if it were text: its first bytes have two kinds of them, so that this
     * shows (PNG, 5.2).
     */
    public static boolean hasChangedLineEnds(Body body) {
        return startsWith(body, 0x89, 'P', 'N', 'G', '\n', 0x1a, '\n')
                || startsWith(body, 0x89, 'P', 'N', 'G', '\r', '\r', '\n', 0x1a)
                || startsWith(body, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\r', '\n');
    }

    /** Whether so many bytes are control characters that it is no text in any encoding that browsers read. */
    public static boolean isBinary(Body body) {
        byte[] start = body.start(LONG_START);
        int controls = 0;
        for (byte one : start) {
            // Escape switches between alphabets in some Japanese text.
            boolean isControl = one >= 0 && one < 0x20 && (one < 0x09 || one > 0x0d) && one != 0x1b;
            controls += isControl ? 1 : 0;
        }
        return controls >= MANY && controls > start.length / 30;
    }

    /** Whether they are ASCII text in UTF-16 without a byte order mark: every second byte is 0. */
    public static boolean isUnmarkedUtf16(Body body) {
        byte[] start = body.start(SNIFFED);
        return start.length >= 4 && (isNulFrom(start, 0) || isNulFrom(start, 1));
    }

    private static boolean isNulFrom(byte[] bytes, int first) {
        for (int i = first; i < bytes.length; i += 2) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
