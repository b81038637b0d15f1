package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Markup.RawAttribute;
import dev.smokerunner.observation.Markup.Tag;
import java.util.ArrayList;
import java.util.List;

/** Reads one tag of a page's source, as the tokenizer of the HTML standard does. */
final class TagReader {
    private static final String SPACE = " \t\r\n\f";

    private final String source;
    private final int start;
    private final List<RawAttribute> attributes = new ArrayList<>();
    private int at;

    /**
     * Starts at a tag.
     *
     * @param source the source
     * @param start the offset of its {@code <}
     * @param name the offset of its name
     */
    TagReader(String source, int start, int name) {
        this.source = source;
        this.start = start;
        this.at = name;
    }

    /** The tag. */
    Tag read() {
        String name = until(SPACE + "/>");
        while (true) {
            skip(SPACE + "/");
            if (isAtEnd()) {
                return new Tag(name, start, source.length(), false, attributes);
            }
            if (source.charAt(at) == '>') {
                return new Tag(name, start, at + 1, true, attributes);
            }
            attribute();
        }
    }

    private void attribute() {
        // A name may begin with an equals sign, however odd that is.
        int nameStart = at++;
        until(SPACE + "/>=");
        String name = source.substring(nameStart, at);
        int afterName = at;
        skip(SPACE);
        if (isAtEnd() || source.charAt(at) != '=') {
            at = afterName;
            attributes.add(new RawAttribute(name, "", "", at, true));
            return;
        }
        at++;
        skip(SPACE);
        attributes.add(value(name));
    }

    private RawAttribute value(String name) {
        if (isAtEnd() || "\"'".indexOf(source.charAt(at)) < 0) {
            String value = until(SPACE + ">");
            return new RawAttribute(name, value, "", at, true);
        }
        String quote = source.substring(at, at + 1);
        int valueStart = at + 1;
        int close = source.indexOf(quote, valueStart);
        int valueEnd = close < 0 ? source.length() : close;
        at = close < 0 ? source.length() : close + 1;
        return new RawAttribute(name, source.substring(valueStart, valueEnd), quote, at, close >= 0);
    }

    private String until(String stops) {
        int from = at;
        while (!isAtEnd() && stops.indexOf(source.charAt(at)) < 0) {
            at++;
        }
        return source.substring(from, at);
    }

    private void skip(String characters) {
        while (!isAtEnd() && characters.indexOf(source.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isAtEnd() {
        return at >= source.length();
    }
}
