package dev.smokerunner.check.tag;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds elements whose content browsers do not show as a part of the page, and that are never closed, so that what stands
 * behind them goes with it: that of {@code video}, {@code audio} and {@code canvas} is for browsers that do not know them, and
 * that of {@code select} is its options. A slash at the end of such a tag closes nothing (HTML, 13.1.2.1).
 */
final class OpenContent {
    private static final Set<String> UNSHOWN = Set.of("video", "audio", "canvas");
    /** Browsers drop other tags that stand in it, or show them within it alone. */
    private static final String CHOICE = "select";

    /** What holds parts of a page; where one begins, a paragraph that is open ends, and what is open in it. */
    private static final String PARTS =
            "main|div|section|article|aside|header|footer|nav|form|ul|ol|table|figure|h[1-6]";

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9-]*)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern.compile(PARTS + "|p", Pattern.CASE_INSENSITIVE);
    /** What visitors miss; a paragraph or a link in a film is what a browser without films shows. */
    private static final Pattern NEEDED =
            Pattern.compile("<(" + PARTS + "|img|input|button|textarea|label|select)\\b", Pattern.CASE_INSENSITIVE);

    private static final int MOST = 20;

    private OpenContent() {}

    /** The elements that take something with them. */
    static List<TagTrouble> troubles(HtmlDocument html) {
        List<Tag> tags = html.markup().tags().stream()
                .filter(tag -> UNSHOWN.contains(tag.name()) || tag.name().equals(CHOICE))
                .filter(Tag::isEnded)
                // Each look may go to the end of the page.
                .limit(MOST)
                .toList();
        List<TagTrouble> troubles = new ArrayList<>();
        if (tags.isEmpty() || html.cut()) {
            return troubles;
        }
        String source = withoutTexts(html);
        for (Tag tag : tags) {
            int end = tag.name().equals(CHOICE) ? endOfChoice(source, tag) : endOfUnshown(source, tag);
            if (end >= 0 && NEEDED.matcher(source.substring(tag.end(), end)).find()) {
                troubles.add(TagTrouble.of(
                        tag.start(),
                        tag.end(),
                        TagKinds.UNCLOSED,
                        "is never closed: the browser takes what stands behind it for its content and does not show it",
                        Severity.SEV2));
            }
        }
        return troubles;
    }

    /** The source with blanks for comments and for what elements hold that hold no tags. */
    private static String withoutTexts(HtmlDocument html) {
        char[] source = html.source().toCharArray();
        html.markup().comments().forEach(comment -> Arrays.fill(source, comment.start(), comment.end(), ' '));
        html.markup().texts().forEach(text -> Arrays.fill(source, text.tag().end(), text.end(), ' '));
        return new String(source);
    }

    /** Where the content of a film or picture ends that has no end tag: with what it stands in; -1 where it has one. */
    private static int endOfUnshown(String source, Tag tag) {
        Matcher next = TAG.matcher(source).region(tag.end(), source.length());
        boolean isInParagraph = isInParagraph(source, tag.start());
        Map<String, Integer> open = new HashMap<>();
        open.put(tag.name(), 1);
        while (next.find()) {
            String name = next.group(2).toLowerCase(Locale.ROOT);
            boolean opens = next.group(1).isEmpty();
            boolean endsParagraph =
                    opens && isInParagraph && BLOCK.matcher(name).matches();
            int left = open.merge(name, opens ? 1 : -1, Integer::sum);
            if (name.equals(tag.name()) && left == 0) {
                return -1;
            }
            if (left < 0 || endsParagraph) {
                return next.start();
            }
        }
        return source.length();
    }

    /** Whether the last block that begins or ends before a place is a paragraph that begins. */
    private static boolean isInParagraph(String source, int offset) {
        boolean isIn = false;
        Matcher before = TAG.matcher(source).region(0, offset);
        while (before.find()) {
            if (BLOCK.matcher(before.group(2)).matches()) {
                isIn = before.group(1).isEmpty() && before.group(2).equalsIgnoreCase("p");
            }
        }
        return isIn;
    }

    /** Where a choice ends that has no end tag: where the next one begins; -1 where it has one. */
    private static int endOfChoice(String source, Tag tag) {
        Matcher next = TAG.matcher(source).region(tag.end(), source.length());
        while (next.find()) {
            if (next.group(2).equalsIgnoreCase(CHOICE)) {
                return next.group(1).isEmpty() ? next.start() : -1;
            }
        }
        return source.length();
    }
}
