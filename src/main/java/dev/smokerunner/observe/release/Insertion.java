package dev.smokerunner.observe.release;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that stands in one text and not in another which is otherwise the same.
 *
 * <p>Only whole elements and comments count, as CDNs put them in to measure and to protect; and only where they load nothing
 * from beside the page. Anything else is rather what the release before had in this place.
 *
 * @param offset where it stands, in characters from the start
 * @param text what was put in
 */
record Insertion(int offset, String text) {
    private static final int SHOWN = 100;
    private static final Pattern STARTS =
            Pattern.compile("^<(script|style|link|meta|noscript|img|!--)\\b?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS =
            Pattern.compile("(</(script|style|noscript)\\s*>|-->|/>|>)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile("\\s(?:src|href|data-main)\\s*=\\s*[\"']?([^\"'\\s>]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE = Pattern.compile("^(https?:)?//|^/(cdn-cgi|akam)/|^data:");

    /** What was put into a text to make another; absent where they differ in another way. */
    static Optional<Insertion> into(String whole, String longer) {
        if (longer.length() <= whole.length()) {
            return Optional.empty();
        }
        int start = commonStart(whole, longer);
        int end = commonEnd(whole, longer);
        if (start + end < whole.length()) {
            return Optional.empty();
        }
        int length = longer.length() - whole.length();
        // The same text can be cut out in several places where its ends are alike; elements begin with an angle
        // bracket.
        for (int at = start; at >= whole.length() - end && at >= start - SHOWN; at--) {
            Insertion one = new Insertion(at, longer.substring(at, at + length));
            if (one.isWhole()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** How many characters two texts have in common at their start. */
    static int commonStart(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int at = 0;
        while (at < most && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** It in a few words. */
    String words() {
        String line = text.replaceAll("\\s+", " ").strip();
        String start = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
        return text.length() + " characters were put in at offset " + offset + ": " + start;
    }

    private boolean isWhole() {
        String bare = text.strip();
        return STARTS.matcher(bare).find()
                && ENDS.matcher(bare).find()
                && isBalanced(bare)
                && ADDRESS.matcher(bare)
                        .results()
                        .allMatch(address -> ELSEWHERE.matcher(address.group(1)).find());
    }

    /** Whether each script that begins in it ends in it: half an element is no work of a CDN. */
    private static boolean isBalanced(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        return count(lower, "<script") == count(lower, "</script")
                && count(lower, "<style") == count(lower, "</style")
                && count(lower, "<noscript") == count(lower, "</noscript");
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private static int commonEnd(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int count = 0;
        while (count < most && one.charAt(one.length() - 1 - count) == other.charAt(other.length() - 1 - count)) {
            count++;
        }
        return count;
    }
}
