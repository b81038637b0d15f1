package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Bytes;
import dev.smokerunner.observation.Body;

/** Tells whether a WebAssembly module ends within one of its sections (WebAssembly Core Specification, 5.5). */
final class WasmEnd {
    private static final int HEADER = 8;
    private static final int LONGEST_SIZE = 5;

    private WasmEnd() {}

    static boolean isCut(Body body) {
        return Bytes.startsWith(body, 0, 'a', 's', 'm') && !body.isCut() && isCut(body.start(body.kept()));
    }

    private static boolean isCut(byte[] bytes) {
        long at = HEADER;
        while (at < bytes.length) {
            // The section's number, and its size as LEB128.
            at++;
            long size = 0;
            int digits = 0;
            boolean goesOn = true;
            while (goesOn && digits < LONGEST_SIZE) {
                if (at >= bytes.length) {
                    return true;
                }
                byte digit = bytes[(int) at];
                size |= (long) (digit & 0x7f) << (7 * digits);
                goesOn = digit < 0;
                digits++;
                at++;
            }
            at += size;
        }
        return at > bytes.length;
    }
}
