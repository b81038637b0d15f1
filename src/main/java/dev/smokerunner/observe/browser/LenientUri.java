package dev.smokerunner.observe.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns what a browser calls a URL into a {@link URI}, which is stricter. */
final class LenientUri {
    private static final String ALLOWED = "-_.~!$&'()*+,;=:@/?%";
    private static final int LONGEST = 8_000;

    private LenientUri() {}

    /** The URL, with what a URI may not hold percent-encoded and cut to 8,000 characters. */
    static URI of(String url) {
        String cut = url.length() > LONGEST ? url.substring(0, LONGEST) : url;
        try {
            return new URI(cut);
        } catch (URISyntaxException strict) {
            return encoded(cut);
        }
    }

    private static URI encoded(String url) {
        int start = afterAuthority(url);
        int fragment = url.indexOf('#', start);
        String path = fragment < 0 ? url.substring(start) : url.substring(start, fragment);
        String rest = fragment < 0 ? "" : "#" + encode(url.substring(fragment + 1));
        try {
            return new URI(url.substring(0, start) + encode(path) + rest);
        } catch (URISyntaxException hopeless) {
            return URI.create("invalid:" + encode(url).replace("?", "%3F"));
        }
    }

    private static int afterAuthority(String url) {
        int authority = url.indexOf("://");
        if (authority < 0) {
            return url.indexOf(':') + 1;
        }
        int end = authority + 3;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char character = (char) (bytes[i] & 0xff);
            boolean stays = character == '%' ? isEscape(bytes, i) : isAllowed(character);
            if (stays) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            }
        }
        return encoded.toString();
    }

    private static boolean isAllowed(char character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || ALLOWED.indexOf(character) >= 0);
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && Character.digit(bytes[at + 1], 16) >= 0
                && Character.digit(bytes[at + 2], 16) >= 0;
    }
}
