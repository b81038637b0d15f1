package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.browser.visit.InjectedScripts;
import dev.smokerunner.observe.browser.visit.MessageBook;
import dev.smokerunner.observe.browser.visit.MessageBook.Place;
import dev.smokerunner.observe.browser.visit.MessageBook.Said;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the errors of one tab come from, as the page itself tells: of a script that cannot be parsed the protocol says no more
 * than the text, and of a script of another origin the page does not know either.
 */
final class ErrorPlaces {
    /** What the page calls to tell of an error; its script takes the name away before the page's own scripts run. */
    static final String BINDING = "smokeRunnerErrors";

    /** Runs in each document before the page's own scripts. */
    static final String SCRIPT = InjectedScripts.read(ErrorPlaces.class, "errors.js");

    /** More different errors than anybody reads. */
    private static final int MOST = 200;

    private final Map<String, Place> byText = new LinkedHashMap<>();

    /**
     * The page told of an error.
     *
     * @return what is to be said of it by itself; empty where the protocol tells of it too
     */
    Optional<Said> add(String payload) {
        Fields error = WireJson.read(payload).orElse(new Fields(Map.of()));
        Optional<String> url =
                error.text("url").filter(address -> !address.isEmpty()).map(address -> MessageBook.cut(address));
        Place place = new Place(url, (int) error.number("line"), (int) error.number("column"));
        String text = error.textOr("text", "");
        if (error.flag("evaluation")) {
            return Optional.of(new Said(Source.EVALUATION, Level.INFO, text, place));
        }
        if (byText.size() < MOST) {
            byText.put(text, place);
        }
        return Optional.empty();
    }

    /** Where the last error of that text comes from. */
    Place of(String text) {
        return byText.getOrDefault(MessageBook.cut(text), Place.UNKNOWN);
    }
}
