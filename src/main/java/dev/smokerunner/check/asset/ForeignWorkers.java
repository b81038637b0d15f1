package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds workers of another origin than the page's: browsers never start them, and nothing that is sent with them helps. */
final class ForeignWorkers {
    private static final Kind FOREIGN =
            Kind.cause("worker-of-other-origin").evenIfMild().byTheBrowser();

    private ForeignWorkers() {}

    static List<Detection> findings(String check, PageObservation page) {
        URI own = page.html().value().map(HtmlDocument::url).orElse(page.url());
        Map<URI, Reference> workers = new LinkedHashMap<>();
        page.references().stream()
                .filter(reference -> reference.demands().needs().contains(Need.SAME_ORIGIN))
                .forEach(reference -> reference
                        .url()
                        .filter(url -> Requests.isHttp(url) && !Origins.isSame(url, own))
                        .ifPresent(url -> workers.putIfAbsent(url, reference)));
        return workers.entrySet().stream()
                .map(worker -> finding(check, page, own, worker.getKey(), worker.getValue()))
                .toList();
    }

    private static Detection finding(String check, PageObservation page, URI own, URI url, Reference reference) {
        return Detection.on(page.url(), check, FOREIGN, Severity.SEV3, url)
                .loses(Loss.CODE, Loss.SHOWN)
                .message("the worker's script " + url + " is of another origin than the page: browsers never start such"
                        + " a worker, whatever CORS allows")
                .expected("a worker of " + Origins.of(own))
                .actual(Origins.of(url))
                .where(Locations.of(page, reference))
                .hint("serve it from the page's own origin, or start it from a blob: of that origin that imports it")
                .attempts(page.attempts())
                .build();
    }
}
