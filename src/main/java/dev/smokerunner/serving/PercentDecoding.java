package dev.smokerunner.serving;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/** Undoes the percent encoding of a path; a plus sign is a plus sign there. */
final class PercentDecoding {
    private PercentDecoding() {}

    /**
     * The text that a path stands for.
     *
     * @throws CharacterCodingException if a percent sign is followed by no hex digits, or the bytes are not UTF-8
     */
    static String decode(String rawPath) throws CharacterCodingException {
        byte[] raw = rawPath.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
        for (int at = 0; at < raw.length; at++) {
            if (raw[at] == '%') {
                bytes.write(hex(raw, at + 1) << 4 | hex(raw, at + 2));
                at += 2;
            } else {
                bytes.write(raw[at]);
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes.toByteArray()))
                .toString();
    }

    private static int hex(byte[] raw, int at) throws CharacterCodingException {
        int digit = at < raw.length ? Character.digit(raw[at], 16) : -1;
        if (digit < 0) {
            throw new MalformedInputException(1);
        }
        return digit;
    }
}
