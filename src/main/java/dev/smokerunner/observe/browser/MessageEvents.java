package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observe.browser.MessageBook.Place;
import dev.smokerunner.observe.browser.MessageBook.Said;
import java.util.Optional;

/**
 * Writes what is said, by the page and by the browser, into a book of messages.
 *
 * <p>Console calls and exceptions come through the protocol's own log. What the browser itself has to say (a resource that
 * did not load, integrity, CSP, MIME types, modules) comes only through Chromium's, as does the place of a syntax error.
 */
final class MessageEvents {
    private final MessageBook book;

    MessageEvents(MessageBook book) {
        this.book = book;
    }

    void accept(BidiEvent event) {
        switch (event.method()) {
            case "log.entryAdded" -> byPage(event.params());
            case "goog:cdp.Log.entryAdded" ->
                byBrowser(event.params().in("params").in("entry"));
            case "goog:cdp.Runtime.exceptionThrown" ->
                place(event.params().in("params").in("exceptionDetails"));
            default -> {
                // No other event is a message.
            }
        }
    }

    private void byPage(Fields entry) {
        boolean exception = entry.textOr("type", "").equals("javascript");
        Place place = entry.in("stackTrace").list("callFrames").stream()
                .findFirst()
                .map(MessageEvents::placeOf)
                .orElse(Place.UNKNOWN);
        book.add(new Said(
                exception ? Source.EXCEPTION : Source.CONSOLE,
                exception ? Level.ERROR : level(entry.textOr("level", "")),
                entry.textOr("text", ""),
                place));
    }

    private void byBrowser(Fields entry) {
        String source = entry.textOr("source", "");
        // What a worker says comes a second time here, as a copy of what the log has said already.
        if (!source.equals("worker")) {
            Place place = new Place(url(entry), entry.has("lineNumber") ? (int) entry.number("lineNumber") + 1 : 0, 0);
            book.add(new Said(
                    source(source, entry.textOr("text", "")),
                    level(entry.textOr("level", "")),
                    entry.textOr("text", ""),
                    place));
        }
    }

    private void place(Fields details) {
        String description = details.in("exception").textOr("description", "");
        String firstLine = description.lines().findFirst().orElse("");
        book.placeException(firstLine.isEmpty() ? details.textOr("text", "") : firstLine, placeOf(details));
    }

    private static Place placeOf(Fields frame) {
        // Chromium counts from 0, people from 1.
        return new Place(url(frame), (int) frame.number("lineNumber") + 1, (int) frame.number("columnNumber") + 1);
    }

    private static Optional<String> url(Fields fields) {
        return fields.text("url").filter(url -> !url.isEmpty()).map(url -> cut(url, MessageBook.LONGEST));
    }

    /** Chromium files refusals of modules and of cross-origin calls under "javascript". */
    private static Source source(String name, String text) {
        boolean refusal = text.contains("CORS policy") || text.contains("MIME type") || text.contains("module script");
        return switch (name) {
            case "security" -> Source.SECURITY;
            case "network" -> Source.NETWORK;
            default -> refusal ? Source.SECURITY : Source.OTHER;
        };
    }

    private static Level level(String name) {
        return switch (name) {
            case "error" -> Level.ERROR;
            case "warn", "warning" -> Level.WARNING;
            case "info" -> Level.INFO;
            default -> Level.DEBUG;
        };
    }

    static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
