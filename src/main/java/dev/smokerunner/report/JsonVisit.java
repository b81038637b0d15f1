package dev.smokerunner.report;

import static dev.smokerunner.report.JsonText.field;

import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.Region;
import dev.smokerunner.result.RequestResult;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a visit left to look at, as JSON. */
final class JsonVisit {

    private JsonVisit() {}

    static void put(ObjectNode tree, RequestResult request) {
        tree.put("url", field(request.url().toString()));
        tree.put("kind", request.kind());
        tree.put("firstParty", request.firstParty());
        tree.put("state", Wording.word(request.state()));
        tree.put("status", request.status().isPresent() ? request.status().getAsInt() : null);
        tree.put("failure", request.failure().orElse(null));
        tree.put("bytes", request.bytes());
        tree.put("startMs", request.startedAfter().toMillis());
        tree.put("tookMs", request.took().map(Duration::toMillis).orElse(null));
    }

    static void put(ArrayNode array, List<ElementResult> elements) {
        for (ElementResult element : elements) {
            ObjectNode tree = array.addObject();
            tree.put("css", field(element.css()));
            tree.put("state", Wording.word(element.state()));
            element.region()
                    .ifPresentOrElse(region -> put(tree.putObject("region"), region), () -> tree.putNull("region"));
        }
    }

    /** The picture stands beside those of the run itself: the earlier run's directory may be gone, or overwritten. */
    static void put(ObjectNode tree, LastGood good, int page) {
        tree.put("seenAt", good.seenAt().truncatedTo(ChronoUnit.MILLIS).toString());
        tree.put("screenshot", good.screenshot().isPresent() ? Screenshots.lastGoodFileName(page) : null);
        put(tree.putArray("elements"), good.elements());
    }

    private static void put(ObjectNode tree, Region region) {
        tree.put("left", region.left());
        tree.put("top", region.top());
        tree.put("width", region.width());
        tree.put("height", region.height());
    }
}
