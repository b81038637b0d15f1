package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Markup;
import dev.smokerunner.observation.Markup.Comment;
import dev.smokerunner.observation.Markup.RawText;
import dev.smokerunner.observation.Markup.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts the source of a page into tags and comments, in time linear in its length. Follows the tokenizer of the HTML
 * standard as far as tags, comments and raw text go.
 */
public final class MarkupReader {
    /** Elements whose content is text, in which {@code <} starts nothing but their own end tag. */
    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private final String source;
    private final List<Tag> tags = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<RawText> texts = new ArrayList<>();
    private final List<Integer> lost = new ArrayList<>();
    private Optional<Comment> openComment = Optional.empty();

    private MarkupReader(String source) {
        this.source = source;
    }

    /** Cuts a source; never fails, since every text is some markup. */
    public static Markup read(String source) {
        MarkupReader reader = new MarkupReader(source);
        int at = 0;
        while (at >= 0 && at < source.length()) {
            at = reader.readFrom(source.indexOf('<', at));
        }
        return new Markup(reader.tags, reader.texts, reader.comments, reader.lost, reader.openComment);
    }

    /** Reads what starts at a {@code <}; the offset to go on from, or -1 at the end. */
    private int readFrom(int start) {
        if (start < 0) {
            return -1;
        }
        if (source.startsWith("<!--", start)) {
            return comment(start);
        }
        boolean isEndTag = source.startsWith("</", start);
        int name = start + (isEndTag ? 2 : 1);
        if (!isLetter(name)) {
            lost.add(start);
            return isFaultyComment(start) ? after(start, ">") : start + 1;
        }
        Tag tag = new TagReader(source, start, name).read();
        if (isEndTag) {
            if (!tag.attributes().isEmpty()) {
                lost.add(start);
            }
            return tag.end();
        }
        tags.add(tag);
        return tag.isEnded() && RAW_TEXT.contains(tag.name()) ? endOfText(tag) : tag.end();
    }

    /** Whether browsers drop what begins here, up to the next {@code >}, with the tags that were meant to stand in it. */
    private boolean isFaultyComment(int start) {
        char next = start + 1 < source.length() ? source.charAt(start + 1) : ' ';
        return next == '!' || next == '?' || next == '/';
    }

    private int after(int start, String end) {
        int at = source.indexOf(end, start);
        return at < 0 ? -1 : at + end.length();
    }

    private int comment(int start) {
        if (source.startsWith("<!-->", start) || source.startsWith("<!--->", start)) {
            return source.indexOf('>', start) + 1;
        }
        int end = endOfComment(start + "<!--".length());
        if (end < 0) {
            openComment = Optional.of(new Comment(start, source.length()));
        } else {
            comments.add(new Comment(start, end));
        }
        return end;
    }

    /** Where the text of a comment ends: at {@code -->}, or at {@code --!>}, which browsers take for the same. */
    private int endOfComment(int from) {
        int at = source.indexOf("--", from);
        while (at >= 0 && !source.startsWith(">", at + 2) && !source.startsWith("!>", at + 2)) {
            at = source.indexOf("--", at + 1);
        }
        return at;
    }

    private int endOfText(Tag tag) {
        String endTag = "</" + tag.name();
        for (int at = source.indexOf("</", tag.end()); at >= 0; at = source.indexOf("</", at + 2)) {
            int after = at + endTag.length();
            boolean isEnd = source.regionMatches(true, at, endTag, 0, endTag.length())
                    && (after >= source.length() || " \t\r\n\f/>".indexOf(source.charAt(after)) >= 0);
            if (isEnd) {
                texts.add(new RawText(tag, at, true));
                return at;
            }
        }
        texts.add(new RawText(tag, source.length(), false));
        return -1;
    }

    private boolean isLetter(int offset) {
        char c = offset < source.length() ? source.charAt(offset) : ' ';
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
