package dev.smokerunner.check.tag;

import dev.smokerunner.observation.HtmlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what was meant for a script or link tag and is none to a browser, because its first characters are wrong.
 *
 * <p>The HTML standard names the errors: {@code incorrectly-opened-comment}, {@code cdata-in-html-content},
 * {@code unexpected-question-mark-instead-of-tag-name}, {@code invalid-first-character-of-tag-name},
 * {@code end-tag-with-attributes}.
 */
final class LostTags {
    /** How such a tag begins, and that it would load something. */
    private static final Pattern MEANT = Pattern.compile(
            "<(?<odd>!\\[CDATA\\[\\s*<|[!?/]|\\s+)(?<name>script|link)\\s[^<>]{0,400}?\\b(?:src|href)\\s*=[^<>]*>?",
            Pattern.CASE_INSENSITIVE);
    /** An end tag without its {@code >}: what follows up to the next one is taken for its attributes. */
    private static final Pattern OPEN_END_TAG = Pattern.compile(
            "</(?<end>[a-z][a-z0-9-]{0,40})\\s*<(?<name>script|link)\\s[^<>]{0,400}?\\b(?:src|href)\\s*=[^<>]*>?",
            Pattern.CASE_INSENSITIVE);

    /** Where a page shows the text of a tag to people. */
    private static final List<String> SHOWN_IN =
            List.of("pre", "code", "samp", "kbd", "blockquote", "p", "li", "td", "dd");

    private static final int MOST = 20;

    private LostTags() {}

    /** The lost tags in source order. */
    static List<TagTrouble> troubles(HtmlDocument html) {
        List<TagTrouble> troubles = new ArrayList<>();
        Matcher meant = MEANT.matcher(html.source());
        Matcher open = OPEN_END_TAG.matcher(html.source());
        for (int start : html.markup().lost()) {
            if (troubles.size() == MOST) {
                break;
            }
            if (meant.region(start, html.source().length()).lookingAt()) {
                what(html, start, meant)
                        .map(flaw -> TagTrouble.losing(start, meant.end(), flaw))
                        .ifPresent(troubles::add);
            } else if (open.region(start, html.source().length()).lookingAt()) {
                troubles.add(TagTrouble.losing(start, open.end(), openEndTag(open)));
            }
        }
        return troubles;
    }

    private static Optional<TagFlaw> what(HtmlDocument html, int start, Matcher meant) {
        String odd = meant.group("odd").strip();
        String name = meant.group("name").toLowerCase(Locale.ROOT);
        if (odd.isEmpty()) {
            return isShown(html.source(), start)
                    ? Optional.empty()
                    : Optional.of(new TagFlaw(
                            TagKinds.BLANK_FIRST,
                            "begins with a blank: the browser shows it as text and loads nothing"));
        }
        if (odd.equals("/")) {
            return Optional.of(new TagFlaw(
                    TagKinds.END_TAG, "is an end tag that names a file: a start tag is meant, and it loads nothing"));
        }
        return Optional.of(new TagFlaw(
                TagKinds.LOST_IN_COMMENT,
                "begins with <" + odd.replaceAll("\\s*<$", "") + ": the browser takes it for a comment, and the " + name
                        + " tag in it loads nothing"));
    }

    private static TagFlaw openEndTag(Matcher open) {
        return new TagFlaw(
                TagKinds.OPEN_END_TAG,
                "is an end tag without its >: the browser takes the "
                        + open.group("name").toLowerCase(Locale.ROOT) + " tag behind </" + open.group("end")
                        + " for its attributes and loads nothing");
    }

    private static boolean isShown(String source, int offset) {
        return isInSentence(source, offset)
                || SHOWN_IN.stream()
                        .anyMatch(name -> lastTag(source, "<" + name, offset) > lastTag(source, "</" + name, offset));
    }

    /** Whether words stand before it in the same line of text. */
    private static boolean isInSentence(String source, int offset) {
        int line = Math.max(source.lastIndexOf('>', offset - 1), source.lastIndexOf('\n', offset - 1));
        return !source.substring(line + 1, offset).isBlank();
    }

    /** The last place before an offset where a tag of just that name begins; -1 for none. */
    private static int lastTag(String source, String tag, int offset) {
        int at = source.lastIndexOf(tag, offset);
        while (at >= 0
                && at + tag.length() < source.length()
                && Character.isLetterOrDigit(source.charAt(at + tag.length()))) {
            at = source.lastIndexOf(tag, at - 1);
        }
        return at;
    }
}
