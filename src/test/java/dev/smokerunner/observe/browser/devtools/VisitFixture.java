package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.VisitRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Short ways to ask for visits and to read what they saw. */
public final class VisitFixture {
    private VisitFixture() {}

    public static VisitRequest request(URI url, String... required) {
        return request(url, Duration.ofSeconds(5), required);
    }

    public static VisitRequest request(URI url, Duration limit, String... required) {
        List<RequiredElement> elements =
                List.of(required).stream().map(RequiredElement::of).toList();
        return new VisitRequest(
                url, limit, limit, elements, List.of(), asked -> url.getHost().equals(asked.getHost()));
    }

    public static BrowserRequest requestFor(BrowserVisit visit, String path) {
        return visit.requests().stream()
                .filter(request -> path.equals(request.url().getPath()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no request for " + path + " in " + visit.requests()));
    }

    public static List<BrowserMessage> messages(BrowserVisit visit, Source source) {
        return visit.messages().stream()
                .filter(message -> message.source() == source)
                .toList();
    }
}
