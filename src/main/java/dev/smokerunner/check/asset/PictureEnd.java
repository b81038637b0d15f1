package dev.smokerunner.check.asset;

import dev.smokerunner.observation.Body;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the bytes of a picture end before the picture does. Browsers show what they have got of it, or nothing, and say
 * nothing of either.
 */
final class PictureEnd {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final Pattern SVG = Pattern.compile("^[^<]*(?:<[?!][^>]*>[^<]*){0,20}<(?:svg:)?svg\\b");
    private static final Pattern CLOSED_AT_ONCE = Pattern.compile("<(?:svg:)?svg\\b[^>]*/>");

    private final byte[] bytes;

    private PictureEnd(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What is missing at the end of a picture; empty where nothing is, or the format is not looked into. */
    static Optional<String> missingIn(Body body) {
        if (body.isCut()) {
            return Optional.empty();
        }
        PictureEnd picture = new PictureEnd(body.start(body.kept()));
        if (picture.startsWith(PNG)) {
            return picture.pngEnds() ? Optional.empty() : Optional.of("no IEND chunk at its end");
        }
        if (picture.startsWith(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return picture.jpegEnds() ? Optional.empty() : Optional.of("no end-of-image marker at its end");
        }
        if (picture.isWord(0, "RIFF") && picture.isWord(8, "WEBP")) {
            return picture.webpEnds() ? Optional.empty() : Optional.of("fewer bytes than its header announces");
        }
        return picture.svgEnds() ? Optional.empty() : Optional.of("no </svg> at its end");
    }

    private boolean startsWith(byte[] start) {
        return bytes.length >= start.length && java.util.Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private boolean isWord(int at, String word) {
        return at + word.length() <= bytes.length
                && new String(bytes, at, word.length(), StandardCharsets.US_ASCII).equals(word);
    }

    /** PNG, 5.3: chunks of a length, a name, data and a checksum follow one another up to the one named IEND. */
    private boolean pngEnds() {
        long at = PNG.length;
        while (at + 8 <= bytes.length) {
            if (isWord((int) at + 4, "IEND")) {
                return true;
            }
            at += 12 + number((int) at, 24, 16, 8, 0);
        }
        return false;
    }

    /** ITU T.81, B.1: segments say how long they are up to the first scan; in a scan only the end is written so. */
    private boolean jpegEnds() {
        int at = 2;
        while (at + 4 <= bytes.length && unsigned(at) == 0xff && unsigned(at + 1) != START_OF_SCAN) {
            boolean isFilling = unsigned(at + 1) == 0xff;
            at += isFilling ? 1 : 2 + (unsigned(at + 2) << 8 | unsigned(at + 3));
        }
        for (; at + 1 < bytes.length; at++) {
            if (unsigned(at) == 0xff && unsigned(at + 1) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    /** The WebP container: the file size is in the header, without the first eight bytes. */
    private boolean webpEnds() {
        return number(4, 0, 8, 16, 24) + 8 <= bytes.length;
    }

    private boolean svgEnds() {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return !SVG.matcher(text).find()
                || text.contains("</svg")
                || CLOSED_AT_ONCE.matcher(text).find();
    }

    private long number(int at, int... shifts) {
        long number = 0;
        for (int i = 0; i < shifts.length; i++) {
            number |= (long) unsigned(at + i) << shifts[i];
        }
        return number;
    }

    private int unsigned(int at) {
        return bytes[at] & 0xff;
    }
}
