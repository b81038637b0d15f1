package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a page came, and then went on by itself to another one: by a refresh, or by a script. A server's redirects are no such
 * thing: the browser makes one request of them.
 *
 * @param page the request for the page that was asked for
 * @param sender the request for the page that went on to the target: the same, or one that it went on to before
 * @param target the request for the page where it ended
 */
record SentOn(BrowserRequest page, BrowserRequest sender, BrowserRequest target) {

    /** The way that a visit went on; empty where it did not, only loaded the page again, or where the page itself did not come. */
    static Optional<SentOn> of(BrowserVisit visit) {
        List<BrowserRequest> documents = visit.requests().stream()
                .filter(request -> request.kind() == Kind.DOCUMENT)
                .toList();
        if (documents.size() < 2) {
            return Optional.empty();
        }
        BrowserRequest page = documents.get(0);
        BrowserRequest target = documents.get(documents.size() - 1);
        // A target that loads itself again does not send visitors to itself.
        return documents.stream()
                .filter(request -> !isFor(request, target.url()))
                .reduce((first, second) -> second)
                .filter(sender -> !isFor(page, target.url()) && hasCome(page))
                .map(sender -> new SentOn(page, sender, target));
    }

    private static boolean isFor(BrowserRequest request, URI url) {
        return request.url().equals(url) || request.finalUrl().equals(url);
    }

    /** It may have gone on before its end. */
    private static boolean hasCome(BrowserRequest page) {
        int status = page.status().orElse(0);
        return status >= 200 && status < 400;
    }

    /** The URL that the sender names, before redirects. */
    URI url() {
        return target.url();
    }

    /** What the page answered, when the visit left it, and what else is known of who sends visitors on. */
    List<String> evidence() {
        List<String> lines = new ArrayList<>();
        if (!sender.equals(page)) {
            lines.add(answer(page) + ", and sent its visitors on to " + sender.url());
        }
        lines.add(
                answer(sender) + ", and went on " + Format.duration(target.startedAfter()) + " after the visit began");
        sender.headers()
                .first("refresh")
                .ifPresent(value -> lines.add("its header field says Refresh: " + Format.line(value)));
        target.initiator().ifPresent(by -> lines.add("sent on by " + Format.line(by)));
        return lines;
    }

    private static String answer(BrowserRequest request) {
        return request.finalUrl() + " answers " + Format.status(request.status().orElse(0), request.headers());
    }
}
