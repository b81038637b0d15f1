package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The page's HTML as the server sent it, read but not run.
 *
 * @param url the URL that it came from, after redirects
 * @param base what relative references are resolved against: the URL, or the first {@code base href}
 * @param source the text
 * @param cut whether the text is only the first part of the document
 * @param title the text of its title; empty where it has none
 * @param elements the elements that load, run or name something, in source order
 * @param errors the parser's complaints, in source order
 * @param dropped the end of the source that the parser threw away, because it lies in a tag or a comment that never ends
 * @param markup the source cut into tags and comments
 */
public record HtmlDocument(
        URI url,
        URI base,
        String source,
        boolean cut,
        String title,
        List<HtmlElement> elements,
        List<HtmlError> errors,
        Optional<SourceRange> dropped,
        Markup markup) {

    /** Copies the lists. */
    public HtmlDocument {
        requireNonNull(url);
        requireNonNull(base);
        requireNonNull(source);
        requireNonNull(title);
        requireNonNull(dropped);
        requireNonNull(markup);
        elements = List.copyOf(elements);
        errors = List.copyOf(errors);
    }

    /** The script elements, inert ones included. */
    public List<HtmlElement> scripts() {
        return elements.stream().filter(e -> e.name().equals("script")).toList();
    }

    /**
     * The element whose start tag covers a character of the source, if one's does: tags never overlap.
     *
     * @param offset the character, from 0
     */
    public Optional<HtmlElement> elementAt(int offset) {
        return elementBefore(offset)
                .filter(element -> offset < element.startTag().end());
    }

    /**
     * The last element whose start tag begins at a character of the source or before it, if one's does.
     *
     * @param offset the character, from 0
     */
    public Optional<HtmlElement> elementBefore(int offset) {
        int low = 0;
        int high = elements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (elements.get(middle).startTag().start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 ? Optional.of(elements.get(low - 1)) : Optional.empty();
    }

    /** The text of a stretch. */
    public String text(SourceRange range) {
        return source.substring(range.start(), range.end());
    }

    /**
     * One complaint of the HTML parser.
     *
     * @param message the parser's words
     * @param offset where in the source, from 0
     * @param line the line, from 1
     * @param column the column, from 1
     */
    public record HtmlError(String message, int offset, int line, int column) {}
}
