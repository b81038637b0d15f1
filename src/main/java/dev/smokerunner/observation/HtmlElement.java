package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An element of the page's source that loads, runs or names something.
 *
 * @param name the tag's name in lower case
 * @param attributes its attributes in source order, names in lower case, values decoded
 * @param startTag the stretch of its start tag
 * @param tag the text of its start tag as it stands in the source
 * @param text its text content (a script's code); empty where it has none
 * @param closed whether its end tag is there, or it needs none
 * @param inert whether a browser with scripting ignores it: within {@code noscript} or {@code template}
 */
public record HtmlElement(
        String name,
        Map<String, String> attributes,
        SourceRange startTag,
        String tag,
        String text,
        boolean closed,
        boolean inert) {

    /** Copies the attributes. */
    public HtmlElement {
        requireNonNull(name);
        requireNonNull(startTag);
        requireNonNull(tag);
        requireNonNull(text);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The value of an attribute, if it is there at all. */
    public Optional<String> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName));
    }
}
