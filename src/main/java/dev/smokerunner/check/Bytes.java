package dev.smokerunner.check;

import dev.smokerunner.observation.Body;

/** What the first bytes of a body tell about its encoding. */
final class Bytes {
    private static final int SNIFFED = 64;

    private Bytes() {}

    /** Whether they are still compressed although all encodings that the header names were undone. */
    static boolean isGzip(Body body) {
        byte[] start = body.start(2);
        return start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    }

    /** Whether they are ASCII text in UTF-16 without a byte order mark: every second byte is 0. */
    static boolean isUnmarkedUtf16(Body body) {
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
