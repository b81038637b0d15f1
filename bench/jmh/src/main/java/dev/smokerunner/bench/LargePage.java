package dev.smokerunner.bench;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A page with many assets, a third each of scripts, style sheets and pictures, as it may be observed.
 *
 * @param assets how many
 * @param isThere whether they are served, or each answered by 404
 * @param isVisited whether a browser saw the page too
 */
record LargePage(int assets, boolean isThere, boolean isVisited) {
    static final URI URL = URI.create("https://shop.example/catalogue/");

    private static final Duration SOON = Duration.ofMillis(20);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** The page's HTML. */
    String html() {
        StringBuilder html =
                new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><title>Catalogue</title></head><body>\n");
        for (int i = 0; i < assets; i++) {
            html.append(
                    switch (i % 3) {
                        case 0 -> "<script src=\"js/item-%04d-0a1b2c3d.js\"></script>\n".formatted(i);
                        case 1 -> "<link rel=\"stylesheet\" href=\"css/item-%04d-0a1b2c3d.css\">\n".formatted(i);
                        default -> "<p>Item <img src=\"img/item-%04d-0a1b2c3d.png\" alt=\"\"></p>\n".formatted(i);
                    });
        }
        return html.append("</body></html>\n").toString();
    }

    /** What an observer would have seen of it. */
    PageObservation observed() {
        HtmlDocument document = HtmlReader.read(URL, html(), false);
        List<Reference> references = HtmlReferences.of(document, url -> true);
        Map<URI, HttpAnswer> answers = new LinkedHashMap<>();
        references.stream()
                .flatMap(reference -> reference.url().stream())
                .forEach(url -> answers.put(url, answer(url)));
        return new PageObservation(
                URL,
                answer(URL, 200, "text/html", html().getBytes(StandardCharsets.UTF_8)),
                Captured.seen(document),
                isVisited
                        ? Captured.seen(visit(answers))
                        : Captured.unseen("no browser was asked for", Fault.NOT_ASKED),
                references,
                answers,
                Optional.empty(),
                SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED)),
                List.of(),
                List.of(),
                1);
    }

    private HttpAnswer answer(URI url) {
        if (!isThere) {
            return answer(
                    url, 404, "text/html", "<!DOCTYPE html><title>Not found</title>".getBytes(StandardCharsets.UTF_8));
        }
        String path = url.getPath();
        return path.endsWith(".png")
                ? answer(url, 200, "image/png", PNG)
                : path.endsWith(".css")
                        ? answer(
                                url,
                                200,
                                "text/css",
                                ("p { color: #123 } /* " + path + " */").getBytes(StandardCharsets.UTF_8))
                        : answer(
                                url,
                                200,
                                "text/javascript",
                                ("let last = '" + path + "';").getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer answer(URI url, int status, String type, byte[] body) {
        Headers headers = new Headers(Map.of("content-type", List.of(type), "cache-control", List.of("no-cache")));
        HttpAnswer.HttpResponse response =
                new HttpAnswer.HttpResponse(url, status, headers, new Body(body, body.length, ""));
        return new HttpAnswer(url, List.of(), Optional.of(response), Optional.empty(), SOON, List.of());
    }

    private BrowserVisit visit(Map<URI, HttpAnswer> answers) {
        List<BrowserRequest> requests = new ArrayList<>();
        requests.add(request(URL, BrowserRequest.Kind.DOCUMENT, 200));
        answers.keySet().forEach(url -> requests.add(request(url, kind(url.getPath()), isThere ? 200 : 404)));
        Optional<Duration> soon = Optional.of(SOON);
        return new BrowserVisit(
                BrowserVisit.Ending.LOADED,
                "",
                requests,
                Captured.seen(html()),
                List.of(),
                new Timings(soon, soon, soon, soon),
                Captured.seen(new RenderedPage(URL, "Catalogue", "Item Item Item", assets, assets, assets / 3, false)),
                List.of(),
                Captured.unseen("no picture is needed", Fault.NOT_ASKED),
                List.of(),
                List.of());
    }

    private static BrowserRequest.Kind kind(String path) {
        return path.endsWith(".png")
                ? BrowserRequest.Kind.IMAGE
                : path.endsWith(".css") ? BrowserRequest.Kind.STYLE : BrowserRequest.Kind.SCRIPT;
    }

    private static BrowserRequest request(URI url, BrowserRequest.Kind kind, int status) {
        return new BrowserRequest(
                url.getPath(),
                url,
                "GET",
                kind,
                false,
                true,
                Optional.empty(),
                List.of(),
                OptionalInt.of(status),
                Headers.NONE,
                1_000,
                false,
                SOON,
                Optional.of(SOON),
                Optional.empty());
    }
}
