package dev.smokerunner.check.asset;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Tells by the bytes of a {@code data:} address whether its picture shows anything. */
final class PictureSize {
    /** Scripts that try what a browser can draw use pictures of one point, or two. */
    private static final int NOTHING = 2;

    private static final Pattern BASE64 = Pattern.compile(";\\s?base64\\s?,", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT = Pattern.compile("<[A-Za-z]");

    private PictureSize() {}

    /** Whether it is a drawing without anything in it, or has no more than two points each way; not where that is unknown. */
    static boolean isOfNothing(String address) {
        int comma = address.indexOf(',');
        byte[] bytes = comma < 0 ? new byte[0] : bytes(address, comma);
        if (address.startsWith("data:image/svg+xml")) {
            String drawing = new String(bytes, StandardCharsets.UTF_8);
            return drawing.contains("<svg")
                    && ELEMENT.matcher(drawing).results().count() == 1;
        }
        int width = width(bytes);
        return width > 0 && width <= NOTHING;
    }

    private static byte[] bytes(String address, int comma) {
        String text = address.substring(comma + 1);
        try {
            if (BASE64.matcher(address.substring(0, comma + 1)).find()) {
                // A long address is cut in the middle, and the size stands at the beginning.
                String start = text.replaceAll("[^A-Za-z0-9+/].*", "");
                return Base64.getDecoder().decode(start.substring(0, start.length() / 4 * 4));
            }
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException cut) {
            return new byte[0];
        }
    }

    /** By the file formats' own specifications: GIF89a, PNG (IHDR), WebP (VP8, VP8L, VP8X); 0 for others. */
    private static int width(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        if (start.startsWith("GIF8") && bytes.length > 8) {
            return at(bytes, 6) + at(bytes, 7) * 256;
        }
        if (start.startsWith("\u0089PNG") && bytes.length > 19) {
            return at(bytes, 16) == 0 && at(bytes, 17) == 0 ? at(bytes, 18) * 256 + at(bytes, 19) : Integer.MAX_VALUE;
        }
        boolean isWebP = start.startsWith("RIFF") && start.startsWith("VP8", 12) && bytes.length > 27;
        return isWebP ? ofWebP(bytes, (char) at(bytes, 15)) : 0;
    }

    private static int ofWebP(byte[] bytes, char kind) {
        return switch (kind) {
            case ' ' -> (at(bytes, 26) + at(bytes, 27) * 256) & 0x3fff;
            case 'L' -> ((at(bytes, 21) + at(bytes, 22) * 256) & 0x3fff) + 1;
            case 'X' -> at(bytes, 24) + at(bytes, 25) * 256 + 1;
            default -> 0;
        };
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }
}
