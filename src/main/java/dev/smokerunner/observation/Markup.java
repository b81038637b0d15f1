package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The source of a page cut into tags and comments, with the places that a parser's tree no longer shows: where a quote
 * opened, and what it swallowed.
 *
 * @param tags the start tags in order; the last one may never end
 * @param texts the elements whose content is text, in order
 * @param comments the comments that end, in order
 * @param lost the offsets of each {@code <} that begins no start tag and no comment as pages write them: what follows is
 *     shown as text, dropped as a faulty comment, or an end tag that has attributes
 * @param openComment the comment that never ends, if one does not
 */
public record Markup(
        List<Tag> tags,
        List<RawText> texts,
        List<Comment> comments,
        List<Integer> lost,
        Optional<Comment> openComment) {

    /** Copies the lists. */
    public Markup {
        tags = List.copyOf(tags);
        texts = List.copyOf(texts);
        comments = List.copyOf(comments);
        lost = List.copyOf(lost);
        requireNonNull(openComment);
    }

    /**
     * An element whose content is text.
     *
     * @param tag its start tag
     * @param end the offset after its text
     * @param isClosed whether its end tag is there
     */
    public record RawText(Tag tag, int end, boolean isClosed) {}

    /**
     * A comment.
     *
     * @param start the offset of its {@code <}
     * @param end the offset after its text
     */
    public record Comment(int start, int end) {}

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
        public Optional<RawAttribute> openAttribute() {
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
        public String opening() {
            return name + "=" + quote;
        }
    }
}
