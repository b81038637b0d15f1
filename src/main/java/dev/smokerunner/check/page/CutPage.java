package dev.smokerunner.check.page;

import dev.smokerunner.observation.HtmlDocument;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a page's HTML ends in the middle, though the whole answer came: what was stored is half a page. HTML lets a page
 * leave out many end tags; so it counts only where text or a tag is cut, parts that need an end are open, and neither the body
 * nor the document ends.
 */
final class CutPage {
    private static final Pattern PART = Pattern.compile(
            "<(/?)(?:div|main|header|footer|section|article|aside|nav|form|table|ul|ol|h[1-6]|a|button|script|style)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BODY = Pattern.compile("<body\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("</(?:body|html)\\b", Pattern.CASE_INSENSITIVE);
    /** A tag that is cut itself is named by {@code script-tag}, with what it would have loaded. */
    private static final Pattern LOADING_TAG = Pattern.compile("<(?:script|link)\\b", Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 60;

    private CutPage() {}

    /** The last of what came, where a page is cut. */
    static Optional<String> lastOf(HtmlDocument html) {
        String source = html.source().stripTrailing();
        boolean isCut = !html.cut()
                && !source.endsWith(">")
                && BODY.matcher(source).find()
                && !END.matcher(source).find()
                && openParts(source) > 0
                && html.dropped()
                        .filter(range -> LOADING_TAG
                                .matcher(html.source())
                                .region(range.start(), html.source().length())
                                .lookingAt())
                        .isEmpty();
        return isCut ? Optional.of(source.substring(Math.max(0, source.length() - SHOWN))) : Optional.empty();
    }

    private static int openParts(String source) {
        int open = 0;
        Matcher parts = PART.matcher(source);
        while (parts.find()) {
            open += parts.group(1).isEmpty() ? 1 : -1;
        }
        return open;
    }
}
