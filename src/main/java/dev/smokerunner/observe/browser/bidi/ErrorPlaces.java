package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.browser.visit.InjectedScripts;
import dev.smokerunner.observe.browser.visit.MessageBook;
import dev.smokerunner.observe.browser.visit.MessageBook.Place;
import dev.smokerunner.observe.browser.visit.MessageBook.Said;
import dev.smokerunner.observe.browser.visit.TabListener;
import dev.smokerunner.observe.url.LenientUri;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the page itself tells of the errors of one tab: of a script that cannot be parsed the protocol says no more than the
 * text, of a service worker nothing, not even that it is there, and of a rejection not whether the page took it for itself.
 */
final class ErrorPlaces {
    /** What the page calls to tell of an error; its script takes the name away before the page's own scripts run. */
    static final String BINDING = "smokeRunnerErrors";

    /** What the addresses of our own scripts begin with; without one they would go by the page's. */
    static final String OWN_CODE = "smoke-runner:";

    /** Runs in each document before the page's own scripts. */
    static final String SCRIPT = InjectedScripts.read(ErrorPlaces.class, "errors.js");

    /** More different errors than anybody reads. */
    private static final int MOST = 200;

    private final Map<String, Place> byText = new LinkedHashMap<>();

    /**
     * The page told of an error.
     *
     * @param listener is told what the protocol does not tell of, and what is none
     */
    void add(String payload, TabListener listener) {
        Fields error = WireJson.read(payload).orElse(new Fields(Map.of()));
        Optional<String> url =
                error.text("url").filter(address -> !address.isEmpty()).map(address -> MessageBook.cut(address));
        Place place = new Place(url, (int) error.number("line"), (int) error.number("column"));
        String text = error.textOr("text", "");
        switch (error.textOr("what", "")) {
            case "evaluation" -> listener.said(new Said(Source.EVALUATION, Level.INFO, text, place));
            case "worker" -> {
                keep(text, place);
                listener.said(new Said(Source.EXCEPTION, Level.ERROR, text, place));
            }
            case "taken" -> listener.tookBack(text);
            case "opens" -> listener.opens(text, LenientUri.of(url.orElse("")));
            case "opened" -> listener.opened(text);
            default -> {
                keep(text, place);
                listener.stirred();
            }
        }
    }

    private void keep(String text, Place place) {
        // What code of ours called for the page threw is the page's, and where in it the protocol says.
        boolean isOurs = place.url().filter(url -> url.startsWith(OWN_CODE)).isPresent();
        if (!isOurs && byText.size() < MOST) {
            byText.put(text, place);
        }
    }

    /** Where the last error of that text comes from. */
    Place of(String text) {
        return byText.getOrDefault(MessageBook.cut(text), Place.UNKNOWN);
    }
}
