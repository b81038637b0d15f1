package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A call that gets no answer, or a status of a failure. */
final class FailedCall {
    private static final Kind FAILED = Kind.cause("call-failed").evenIfMild().toldBy(FailedCall::isOfMissingFile);

    /** What a server that has nothing but files answers to a call. */
    private static final Set<Integer> FILES_ONLY = Set.of(403, 404, 405);

    private FailedCall() {}

    /** What is told of a call; nothing where it has not failed. */
    static Optional<Detection> of(
            PageObservation page, BrowserVisit visit, BrowserRequest call, Expectations expected) {
        if (!Requests.hasFailed(call)) {
            return Optional.empty();
        }
        int status = call.status().orElse(0);
        boolean isNote = DeniedCall.isForMembers(call) && !DeniedCall.isFileKeptBack(call)
                || (DeniedCall.isAnswer(call) || LanguageLookup.isDone(visit, call)) && isAtEase(page, visit, expected);
        Severity impact = isNote ? Severity.SEV4 : Severity.SEV3;
        DetectionBuilder finding = CallFinding.of(page, call, FAILED, impact)
                .message("the call of " + call.url(), Verb.FAIL, ": " + (status >= 400 ? status : Requests.words(call)))
                .trouble(status >= 400 ? status : Requests.failureKind(call))
                .absent(DeniedCall.mayBeMissing(call))
                .expected("status 200 to 299");
        workerErrors(page, call).ifPresent(errors -> finding.said(
                        errors.stream().map(Errors::said).toList())
                .evidence(errors.stream().map(Errors::line).toList())
                .hint("the page's service worker answers for this address, and throws: look at its handler of fetch"));
        if (mayLackProxy(page, call)) {
            finding.hint("a package is served without its API: name a proxy: for this path in the environment, e.g. "
                    + "proxy: {/api/: \"https://api.staging.example.com/\"}");
        }
        return Optional.of(finding.build());
    }

    /** Whether the call is for a file that is told to be missing: who fills caches puts a query behind its name. */
    private static boolean isOfMissingFile(Detection call, Detection cause) {
        return cause.isAbsent()
                && call.subject().text().startsWith(cause.subject().text() + "?");
    }

    /** What the page's own workers threw, where a call has no answer for no reason of the network's. */
    private static Optional<List<BrowserMessage>> workerErrors(PageObservation page, BrowserRequest call) {
        boolean isUntold = call.status().isEmpty() && Requests.failureKind(call) == NetworkFailure.Kind.OTHER;
        List<BrowserMessage> errors = Errors.of(page).stream()
                .filter(message -> isUntold && Errors.isThrownByWorker(page, message))
                .toList();
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors);
    }

    /** Whether it may be the server of the package that answers, which has files and no API. */
    private static boolean mayLackProxy(PageObservation page, BrowserRequest call) {
        return FILES_ONLY.contains(call.status().orElse(0))
                && page.contents().value().isPresent()
                && Requests.host(call.url()).equals(Requests.host(page.url()));
    }

    /** Whether the page goes on as if that were an answer: nothing throws, and what it must show is there. */
    private static boolean isAtEase(PageObservation page, BrowserVisit visit, Expectations expected) {
        Set<String> required =
                expected.required().stream().map(RequiredElement::css).collect(Collectors.toSet());
        return Errors.of(page).stream()
                        .filter(message -> message.level() == BrowserMessage.Level.ERROR)
                        .allMatch(message -> message.source() == BrowserMessage.Source.NETWORK)
                && visit.elements().stream()
                        .filter(sighting -> required.contains(sighting.css()))
                        .allMatch(sighting -> sighting.visible() > 0);
    }
}
