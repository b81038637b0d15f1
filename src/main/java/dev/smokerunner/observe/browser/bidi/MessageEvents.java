package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observe.browser.firefox.FirefoxError;
import dev.smokerunner.observe.browser.firefox.FirefoxMessages;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.MessageBook;
import dev.smokerunner.observe.browser.visit.MessageBook.Place;
import dev.smokerunner.observe.browser.visit.MessageBook.Said;
import dev.smokerunner.observe.browser.visit.TabListener;
import java.util.Optional;

/**
 * Tells a listener what is said, by the page and by the browser.
 *
 * <p>The protocol has calls of the console, and all else under one name: what was thrown, and what the browser itself has to
 * say. Of a request that the browser blocked it has the sentence alone, so that a request is told of by that.
 */
final class MessageEvents {
    private final TabListener listener;
    private final NetworkEvents network;
    private final FirefoxMessages language = new FirefoxMessages();
    private final ErrorPlaces places = new ErrorPlaces();

    MessageEvents(TabListener listener, NetworkEvents network) {
        this.listener = listener;
        this.network = network;
    }

    /** The page told of an error. */
    void placed(String payload) {
        places.add(payload, listener);
    }

    void accept(Fields entry) {
        String text = MessageBook.cut(entry.textOr("text", ""));
        Level level = level(entry.textOr("level", ""));
        Optional<Place> caller = caller(entry);
        if (entry.textOr("type", "").equals("console")) {
            listener.said(new Said(Source.CONSOLE, level, text, caller.orElse(Place.UNKNOWN)));
            return;
        }
        Source source = FirefoxMessages.source(level, text, caller.isPresent());
        listener.said(new Said(
                source, FirefoxMessages.level(source, level, text), text, caller.orElseGet(() -> places.of(text))));
        if (source == Source.SECURITY) {
            language.facts(source, level, text).stream()
                    .filter(RefusedAddress.class::isInstance)
                    .map(RefusedAddress.class::cast)
                    .forEach(refusal ->
                            network.refused(refusal.url(), FirefoxError.of(refusal), FirefoxMessages.kind(text)));
        }
        FirefoxMessages.undigested(text)
                .ifPresent(address -> network.refused(address, FirefoxError.UNDIGESTED, FirefoxMessages.kind(text)));
    }

    private static Optional<Place> caller(Fields entry) {
        return entry.in("stackTrace").list("callFrames").stream()
                .filter(frame -> isOfPage(frame.textOr("url", "")))
                .findFirst()
                .map(MessageEvents::placeOf);
    }

    /** Neither of the browser's own code nor of ours. */
    private static boolean isOfPage(String url) {
        return !url.equals("self-hosted") && !url.startsWith(ErrorPlaces.OWN_CODE);
    }

    private static Place placeOf(Fields frame) {
        // The protocol counts from 0, people from 1.
        return new Place(
                frame.text("url").filter(url -> !url.isEmpty()).map(url -> MessageBook.cut(url)),
                (int) frame.number("lineNumber") + 1,
                (int) frame.number("columnNumber") + 1);
    }

    private static Level level(String name) {
        return switch (name) {
            case "error" -> Level.ERROR;
            case "warn" -> Level.WARNING;
            case "debug" -> Level.DEBUG;
            default -> Level.INFO;
        };
    }
}
