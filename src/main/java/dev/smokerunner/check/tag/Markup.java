package dev.smokerunner.check.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The source of a page cut into tags and comments, with the places that a parser's tree no longer shows: where a quote
 * opened, and what it swallowed. Follows the tokenizer of the HTML standard as far as tags, comments and raw text go.
 */
public final class Markup {
    /** Elements whose content is text, in which {@code <} starts nothing but their own end tag. */
    private static final Set<String> RAW_TEXT =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private final String source;
    private final List<Tag> tags = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<RawText> texts = new ArrayList<>();
    private final List<Integer> lost = new ArrayList<>();
    private Optional<Comment> openComment = Optional.empty();

    private Markup(String source) {
        this.source = source;
    }

    /** Cuts a source. */
    public static Markup of(String source) {
        Markup markup = new Markup(source);
        int at = 0;
        while (at >= 0 && at < source.length()) {
            at = markup.readFrom(source.indexOf('<', at));
        }
        return markup;
    }

    /** The start tags in order; the last one may never end. */
    public List<Tag> tags() {
        return List.copyOf(tags);
    }

    /** The elements whose content is text, in order. */
    List<RawText> texts() {
        return List.copyOf(texts);
    }

    /** The comments that end, in order. */
    List<Comment> comments() {
        return List.copyOf(comments);
    }

    /**
     * The offsets of each {@code <} that begins no start tag and no comment as pages write them: what follows is shown as
     * text, dropped as a faulty comment, or an end tag that has attributes.
     */
    List<Integer> lost() {
        return List.copyOf(lost);
    }

    /** The comment that never ends, if one does not. */
    Optional<Comment> openComment() {
        return openComment;
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
        int end = source.indexOf("-->", start + 4);
        int otherEnd = source.indexOf("--!>", start + 4);
        int first = end < 0 || otherEnd >= 0 && otherEnd < end ? otherEnd : end;
        if (first < 0) {
            openComment = Optional.of(new Comment(start, source.length()));
        } else {
            comments.add(new Comment(start, first));
        }
        return first;
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

    /**
     * An element whose content is text.
     *
     * @param tag its start tag
     * @param end the offset after its text
     * @param isClosed whether its end tag is there
     */
    record RawText(Tag tag, int end, boolean isClosed) {}

    /**
     * A comment.
     *
     * @param start the offset of its {@code <}
     * @param end the offset after it
     */
    record Comment(int start, int end) {}

    /**
     * A start tag.
     *
     * @param name in lower case
     * @param start the offset of its {@code <}
     * @param end the offset after it
     * @param isEnded whether its {@code >} is there
     * @param attributes its attributes as they stand in the source
     */
    public record Tag(String name, int start, int end, boolean isEnded, List<RawAttribute> attributes) {
        /** Takes the name in lower case, and copies the list. */
        public Tag {
            name = name.toLowerCase(Locale.ROOT);
            attributes = List.copyOf(attributes);
        }

        /** The attribute whose quote never closes, if one's does not. */
        Optional<RawAttribute> openAttribute() {
            return attributes.stream()
                    .filter(attribute -> !attribute.isClosed())
                    .findFirst();
        }
    }

    /**
     * An attribute as it stands in the source.
     *
     * @param name as it is written
     * @param value as it is written, without quotes
     * @param quote the quote character; empty where there is none
     * @param end the offset after it
     * @param isClosed whether the quote closes
     */
    public record RawAttribute(String name, String value, String quote, int end, boolean isClosed) {
        /** How it starts in the source: its name, and the quote that opens its value. */
        String opening() {
            return name + "=" + quote;
        }
    }
}
