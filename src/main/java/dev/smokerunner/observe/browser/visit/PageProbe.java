package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Cover;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.url.LenientUri;
import dev.smokerunner.result.Region;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks the page itself what it shows, by one function that runs within it. */
final class PageProbe {
    private static final String FUNCTION = InjectedScripts.read("probe.js");

    private final Tab tab;
    private final int required;

    /**
     * Asks pages of a tab.
     *
     * @param tab the tab
     * @param required how many of the selectors, from the first, are of elements that visitors must get at
     */
    PageProbe(Tab tab, int required) {
        this.tab = tab;
        this.required = required;
    }

    /**
     * What the page answered.
     *
     * @param url its address
     * @param sightings what each selector matched, in order
     * @param details what was asked for in addition; empty where only elements were asked for
     */
    record Sight(URI url, List<ElementSighting> sightings, Fields details) {
        /**
         * Whether nothing in the page can change it any more, but for scripts that it asked for: no script in it, no frame,
         * no handler, no refresh.
         */
        boolean isStill() {
            return details.flag("still");
        }

        /** Whether a visitor sees anything: text, a picture, a form field. */
        boolean isShown() {
            return details.flag("shown");
        }

        /** What keeps a visitor from using any of its controls; empty where one can be used, or where there is none. */
        String lock() {
            return details.textOr("lock", "");
        }

        /** Whether it says that it still waits for something. */
        boolean isBusy() {
            return details.flag("busy");
        }

        /** The number of its elements and the length of its text. */
        long size() {
            return details.number("size");
        }

        /** Its text in short: another one for another text. */
        String textMark() {
            return details.textOr("mark", "");
        }

        /** What a refresh in its HTML says; empty where there is none. */
        String refresh() {
            return details.textOr("refresh", "");
        }

        /** A time of the navigation; absent where it was not reached. */
        Optional<Duration> time(String name) {
            long millis = details.in("timing").number(name);
            return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
        }
    }

    /**
     * Looks for elements, after the page has handled what had arrived.
     *
     * @throws CommandException if the page does not answer in time, or goes away meanwhile
     */
    Sight elements(List<String> selectors, Duration limit) throws CommandException {
        return ask(selectors, false, limit);
    }

    /**
     * Looks for elements and at the page as a whole.
     *
     * @throws CommandException if the page does not answer in time, or goes away meanwhile
     */
    Sight everything(List<String> selectors, Duration limit) throws CommandException {
        return ask(selectors, true, limit);
    }

    /**
     * The status of the document, which the browser's own error page still knows.
     *
     * @throws CommandException if the page does not answer in time
     */
    OptionalInt status(Duration limit) throws CommandException {
        String function = "() => performance.getEntriesByType('navigation')[0]?.responseStatus || 0";
        int status = (int) tab.call(function, List.of(), limit).number("value");
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    private Sight ask(List<String> selectors, boolean render, Duration limit) throws CommandException {
        String specification = WireJson.write(Map.of("selectors", selectors, "required", required, "render", render));
        Fields result = tab.call(FUNCTION, List.of(specification), limit);
        Fields page = WireJson.read(result.textOr("value", "{}"))
                .orElseThrow(
                        () -> new CommandException(CommandException.Kind.REFUSED, "the page's answer cannot be read"));
        return read(page, result);
    }

    private static Sight read(Fields page, Fields result) throws CommandException {
        if (!page.has("href")) {
            String why = result.textOr("error", "no answer");
            throw new CommandException(CommandException.Kind.REFUSED, "the page cannot be looked at: " + why);
        }
        List<ElementSighting> sightings =
                page.list("sightings").stream().map(PageProbe::sighting).toList();
        return new Sight(LenientUri.of(page.textOr("href", "")), sightings, page);
    }

    private static ElementSighting sighting(Fields sighting) {
        return new ElementSighting(
                sighting.textOr("css", ""),
                (int) sighting.number("matches"),
                (int) sighting.number("visible"),
                sighting.texts("texts"),
                sighting.textOr("why", ""),
                sighting.flag("inFrame"),
                sighting.has("cover") ? Optional.of(cover(sighting.in("cover"))) : Optional.empty(),
                sighting.has("region") ? Optional.of(region(sighting.in("region"))) : Optional.empty());
    }

    private static Region region(Fields region) {
        return new Region((int) region.number("left"), (int) region.number("top"), (int) region.number("width"), (int)
                region.number("height"));
    }

    private static Cover cover(Fields cover) {
        return new Cover(
                cover.textOr("by", ""), cover.textOr("text", ""), cover.flag("opaque"), cover.flag("closable"));
    }
}
