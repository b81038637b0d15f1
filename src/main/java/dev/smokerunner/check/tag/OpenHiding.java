package dev.smokerunner.check.tag;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the element that a browser with scripting puts away with the whole rest of the page, because it is never closed. */
final class OpenHiding {
    private static final Set<String> HIDING = Set.of("noscript", "template");
    private static final Pattern LOADING_TAG =
            Pattern.compile("<script\\b[^>]*\\bsrc\\s*=|<link\\b[^>]*\\bhref\\s*=", Pattern.CASE_INSENSITIVE);
    /** The tags of elements that hold parts of a page; their end tags are never left out. */
    private static final Pattern PART = Pattern.compile(
            "<(/?)(main|div|section|article|aside|header|footer|nav|form|ul|ol|table)\\b[^>]*>",
            Pattern.CASE_INSENSITIVE);
    /** What is not to be seen. */
    private static final Pattern UNSEEN = Pattern.compile("<!--.*?-->|</\\w+\\s*>", Pattern.DOTALL);

    private static final int MOST = 20;

    private OpenHiding() {}

    /** The first such element that has parts of the page behind it: tags that would load something, or what is to be seen. */
    static Optional<HtmlElement> of(HtmlDocument html) {
        return html.elements().stream()
                .filter(element -> HIDING.contains(element.name()) && !element.closed() && !element.inert())
                // Each look goes to the end of the page.
                .limit(MOST)
                .filter(element -> !html.cut() && hidesTheRest(html, element))
                .findFirst();
    }

    private static boolean hidesTheRest(HtmlDocument html, HtmlElement element) {
        String behind = html.source().substring(element.startTag().end());
        return !behind.contains("</" + element.name())
                && (LOADING_TAG.matcher(behind).find() || goesOnOutside(behind));
    }

    /** Whether a part ends that had begun before the element, and the page goes on behind it. */
    private static boolean goesOnOutside(String behind) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = PART.matcher(behind);
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            if (tag.group(1).isEmpty()) {
                open.push(name);
            } else if (!open.removeFirstOccurrence(name)) {
                return !UNSEEN.matcher(behind.substring(tag.end()))
                        .replaceAll("")
                        .isBlank();
            }
        }
        return false;
    }
}
