package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Parties;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.MessageFact.FailedSocket;
import dev.smokerunner.observation.MessageFact.LeftSocket;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds WebSockets to the page's own site that do not open.
 *
 * <p>Libraries that also know calls (Socket.IO, SockJS, SignalR) go on with these under the same folder; then nobody misses it.
 */
final class LostSockets {
    private static final Kind FAILED = Kind.cause("socket-failed").evenIfMild();

    private LostSockets() {}

    static List<Detection> of(String check, PageObservation page, BrowserVisit visit) {
        Map<URI, Detection> findings = new LinkedHashMap<>();
        Set<String> left = Errors.of(page).stream()
                .flatMap(message -> message.facts(LeftSocket.class))
                .map(LeftSocket::url)
                .collect(Collectors.toSet());
        for (BrowserMessage message : Errors.of(page)) {
            // Firefox does not say who opened it.
            if (message.url().isEmpty() || Parties.isOwn(page, message)) {
                message.facts(FailedSocket.class)
                        .filter(socket -> !left.contains(socket.url()))
                        .forEach(socket -> address(socket)
                                .filter(url -> page.ownSite().has(url))
                                .ifPresent(url -> findings.putIfAbsent(url, finding(check, page, visit, url, socket))));
            }
        }
        return List.copyOf(findings.values());
    }

    private static Optional<URI> address(FailedSocket socket) {
        try {
            return Optional.of(new URI(socket.url()));
        } catch (java.net.URISyntaxException odd) {
            return Optional.empty();
        }
    }

    private static Detection finding(
            String check, PageObservation page, BrowserVisit visit, URI url, FailedSocket socket) {
        boolean isReplaced = visit.requests().stream().anyMatch(call -> replaces(call, url));
        return Detection.on(page.url(), check, FAILED, isReplaced ? Severity.SEV4 : Severity.SEV3, url)
                .loses(Loss.ANSWER)
                .message("the WebSocket of " + url + " does not open: " + Format.line(socket.why()))
                .trouble(Format.line(socket.why()))
                .expected("status 101 Switching Protocols")
                .actual(Format.line(socket.why()))
                .hint("let the proxy pass Upgrade and Connection on for this path, and see that what is behind it runs")
                .reproduce(Reproduction.headers(URI.create(url.toString().replaceFirst("^ws", "http"))))
                .attempts(page.attempts())
                .build();
    }

    private static boolean replaces(BrowserRequest call, URI socket) {
        String path = Optional.ofNullable(socket.getPath()).orElse("/");
        return call.kind() == BrowserRequest.Kind.CALL
                && call.isOk()
                && Optional.ofNullable(call.url().getPath()).orElse("").startsWith(folder(path))
                && folder(path).length() > 1;
    }

    /** The first folder or name of a path, with its slash. */
    private static String folder(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end + 1);
    }
}
