package dev.smokerunner.observe.html;

import java.util.ArrayList;
import java.util.List;

/** Reads the list of pictures in a {@code srcset}. */
final class Srcset {
    private Srcset() {}

    /** The URLs as they stand there; a comma within a URL is part of it, as the HTML standard reads it. */
    static List<String> urls(String srcset) {
        List<String> urls = new ArrayList<>();
        int at = skipSeparators(srcset, 0);
        while (at < srcset.length()) {
            int end = at;
            while (end < srcset.length() && !Character.isWhitespace(srcset.charAt(end))) {
                end++;
            }
            String url = srcset.substring(at, end);
            boolean hasNoDescriptor = url.endsWith(",");
            urls.add(withoutCommas(url));
            at = skipSeparators(srcset, hasNoDescriptor ? end : descriptorEnd(srcset, end));
        }
        return urls;
    }

    private static String withoutCommas(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == ',') {
            end--;
        }
        return url.substring(0, end);
    }

    private static int skipSeparators(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static int descriptorEnd(String text, int from) {
        int comma = text.indexOf(',', from);
        return comma < 0 ? text.length() : comma;
    }
}
