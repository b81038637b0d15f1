package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.ElementSighting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** Asks the page itself what it shows, by one function that runs within it. */
final class PageProbe {
    private static final String FUNCTION = function();

    private final BidiConnection connection;
    private final String context;
    private final CompletableFuture<Fields> end;

    /**
     * Asks pages of a tab.
     *
     * @param connection the way to the browser
     * @param context the tab
     * @param end fails when the tab is gone, so that nobody waits for its answer
     */
    PageProbe(BidiConnection connection, String context, CompletableFuture<Fields> end) {
        this.connection = connection;
        this.context = context;
        this.end = end;
    }

    /**
     * What the page answered.
     *
     * @param url its address
     * @param sightings what each selector matched, in order
     * @param details what was asked for in addition; empty where only elements were asked for
     */
    record Sight(URI url, List<ElementSighting> sightings, Fields details) {
        /** Whether nothing in the page can change it any more: no script, no frame, no handler, no refresh. */
        boolean isStill() {
            return details.flag("still");
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
     * @throws BidiException if the page does not answer in time, or goes away meanwhile
     */
    Sight elements(List<String> selectors, Duration limit) throws BidiException {
        return ask(selectors, false, limit);
    }

    /**
     * Looks for elements and at the page as a whole.
     *
     * @throws BidiException if the page does not answer in time, or goes away meanwhile
     */
    Sight everything(List<String> selectors, Duration limit) throws BidiException {
        return ask(selectors, true, limit);
    }

    /**
     * The status of the document, which the browser's own error page still knows.
     *
     * @throws BidiException if the page does not answer in time
     */
    OptionalInt status(Duration limit) throws BidiException {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("expression", "performance.getEntriesByType('navigation')[0]?.responseStatus || 0");
        params.put("target", Map.of("context", context, "sandbox", "smoke-runner"));
        params.put("awaitPromise", false);
        int status = (int) connection
                .callUnless(end, "script.evaluate", params, limit)
                .in("result")
                .number("value");
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    private Sight ask(List<String> selectors, boolean render, Duration limit) throws BidiException {
        String specification = WireJson.write(Map.of("selectors", selectors, "render", render));
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("functionDeclaration", FUNCTION);
        params.put("arguments", List.of(Map.of("type", "string", "value", specification)));
        params.put("target", Map.of("context", context, "sandbox", "smoke-runner"));
        params.put("awaitPromise", true);
        Fields result = connection.callUnless(end, "script.callFunction", params, limit);
        String json = result.in("result").textOr("value", "{}");
        Fields page = WireJson.read(json)
                .orElseThrow(() -> new BidiException(BidiException.Kind.REFUSED, "the page's answer cannot be read"));
        return read(page, result);
    }

    private static Sight read(Fields page, Fields result) throws BidiException {
        if (!page.has("href")) {
            String why = result.in("exceptionDetails").textOr("text", "no answer");
            throw new BidiException(BidiException.Kind.REFUSED, "the page cannot be looked at: " + why);
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
                sighting.flag("inFrame"));
    }

    private static String function() {
        try (InputStream script = PageProbe.class.getResourceAsStream("probe.js")) {
            if (script == null) {
                throw new IllegalStateException("probe.js is not in the jar");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
