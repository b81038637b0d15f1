package dev.smokerunner.report;

import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.Region;
import dev.smokerunner.result.RequestResult;
import dev.smokerunner.result.VisitResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads back what {@link JsonVisit} wrote of a visit. */
final class StoredVisit {
    private StoredVisit() {}

    static VisitResult visit(StoredNode page) {
        List<RequestResult> requests =
                page.get("network").items().stream().map(StoredVisit::request).toList();
        return new VisitResult(requests, elements(page.get("elements")));
    }

    static Optional<LastGood> lastGood(StoredNode good, Path directory) {
        if (!good.isThere()) {
            return Optional.empty();
        }
        return Optional.of(new LastGood(
                good.get("seenAt").time(),
                good.get("screenshot").optionalText().flatMap(name -> Screenshots.read(directory, name)),
                elements(good.get("elements"))));
    }

    private static RequestResult request(StoredNode request) {
        return new RequestResult(
                request.get("url").url(),
                request.get("kind").text(),
                request.get("firstParty").node().asBoolean(false),
                request.get("state").word(RequestResult.State.class),
                request.get("status").optionalNumber(),
                request.get("failure").optionalText(),
                request.get("bytes").node().asLong(0),
                request.get("startMs").millis().orElse(Duration.ZERO),
                request.get("tookMs").millis());
    }

    private static List<ElementResult> elements(StoredNode elements) {
        return elements.items().stream()
                .map(element -> new ElementResult(
                        element.get("css").text(),
                        element.get("state").word(ElementResult.State.class),
                        region(element.get("region"))))
                .toList();
    }

    private static Optional<Region> region(StoredNode region) {
        if (!region.isThere()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Region(
                    region.get("left").number(),
                    region.get("top").number(),
                    region.get("width").number(),
                    region.get("height").number()));
        } catch (IllegalArgumentException e) {
            throw region.refuse("a region of the picture");
        }
    }
}
