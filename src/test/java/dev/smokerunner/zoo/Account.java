package dev.smokerunner.zoo;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is worth reading when a case is not as it should be. */
record Account(Trial trial) {

    String text() {
        Stream<String> visits = trial.visits().stream().flatMap(Account::visit);
        Stream<String> findings = trial.result().findings().stream().flatMap(Account::finding);
        return Stream.of(
                        Stream.of(
                                trial.zooCase() + ": " + trial.zooCase().what(),
                                "verdict " + trial.result().verdict()),
                        findings,
                        visits)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n  ", "", "\n"));
    }

    private static Stream<String> finding(Finding finding) {
        List<String> more = Stream.concat(finding.hint().stream(), finding.evidence().stream())
                .toList();
        return Stream.concat(
                Stream.of("finding " + Trial.said(finding)), more.stream().map(line -> "    " + line));
    }

    private static Stream<String> visit(BrowserVisit visit) {
        return Stream.of(
                        Stream.of("ending " + visit.ending() + " " + visit.endingDetail()),
                        visit.requests().stream().map(Account::request),
                        visit.messages().stream().map(Account::message),
                        visit.rendered().value().stream().map(page -> "text " + page.visibleText()))
                .flatMap(lines -> lines);
    }

    private static String request(BrowserRequest request) {
        return "request " + request.url() + " " + request.kind() + " " + request.status()
                + request.failure().map(NetworkFailure::toString).orElse("")
                + " " + request.headers().mediaType() + (request.isOpen() ? " open" : "");
    }

    private static String message(BrowserMessage message) {
        return "message " + message.source() + " " + message.level() + " "
                + message.quote().text();
    }
}
