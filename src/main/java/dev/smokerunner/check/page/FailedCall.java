package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A call that gets no answer, or a status of a failure. */
final class FailedCall {
    private static final Kind FAILED = Kind.cause("call-failed").evenIfMild().toldBy(FailedCall::isOfMissingFile);

    /** What a server that has nothing but files answers to a call. */
    private static final Set<Integer> FILES_ONLY = Set.of(403, 404, 405);

    /** Twice the second after which people notice that they wait (Nielsen, Usability Engineering, 5.5). */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private FailedCall() {}

    /** What is told of a call; nothing where it has not failed. */
    static Optional<Detection> of(
            PageObservation page, BrowserVisit visit, BrowserRequest call, Expectations expected) {
        if (isGivenUp(visit, call)) {
            return Optional.of(givenUp(page, call));
        }
        if (!Requests.hasFailed(call)) {
            return Optional.empty();
        }
        int status = call.status().orElse(0);
        Severity impact = isNote(page, visit, call, expected) ? Severity.SEV4 : Severity.SEV3;
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

    /** Whether nobody reads the answer, or the page reckons with this one. */
    private static boolean isNote(
            PageObservation page, BrowserVisit visit, BrowserRequest call, Expectations expected) {
        return call.kind() == BrowserRequest.Kind.BEACON
                || DeniedCall.isForMembers(call) && !DeniedCall.isFileKeptBack(call)
                || isAskedAgain(page, call)
                || isAnswer(visit, call) && isAtEase(page, visit, expected);
    }

    private static boolean isAnswer(BrowserVisit visit, BrowserRequest call) {
        return DeniedCall.isAnswer(call) || isQuestion(call) || LanguageLookup.isDone(visit, call);
    }

    /** Whether the page itself asked once more, and got it in the end. */
    private static boolean isAskedAgain(PageObservation page, BrowserRequest call) {
        return page.requestsFor(call.url()).stream()
                .filter(request -> request.method().equals(call.method()))
                .reduce((earlier, later) -> later)
                .filter(BrowserRequest::isOk)
                .isPresent();
    }

    /** Whether it asks for no more than whether something is there, and the answer is no. */
    private static boolean isQuestion(BrowserRequest call) {
        return call.method().equals("HEAD") && call.status().orElse(0) == HttpURLConnection.HTTP_NOT_FOUND;
    }

    /**
     * Whether the page called it off after it had waited for an answer, and asked nobody else: what is called off for the next
     * key that is pressed, or for another view, is called off at once, and asked again.
     */
    private static boolean isGivenUp(BrowserVisit visit, BrowserRequest call) {
        return call.kind() == BrowserRequest.Kind.CALL
                && Requests.isCalledOff(call)
                && call.status().isEmpty()
                && call.took().filter(took -> took.compareTo(PATIENCE) >= 0).isPresent()
                && visit.requests().stream()
                        .noneMatch(other -> !other.id().equals(call.id())
                                && Objects.equals(
                                        other.url().getPath(), call.url().getPath())
                                && Requests.host(other.url()).equals(Requests.host(call.url())));
    }

    private static Detection givenUp(PageObservation page, BrowserRequest call) {
        String waited = call.took().map(Format::duration).orElse("");
        return CallFinding.of(page, call, FAILED, Severity.SEV3)
                .message("the call of " + call.url(), Verb.BE, " not answered: the page gave it up after " + waited)
                .trouble(NetworkFailure.Kind.TIMEOUT)
                .expected("an answer before the page's own limit")
                .build();
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
        return Errors.of(page).stream()
                        .filter(message -> message.level() == BrowserMessage.Level.ERROR)
                        .allMatch(message -> message.source() == BrowserMessage.Source.NETWORK)
                && expected.required().stream().allMatch(required -> visit.elements().stream()
                        .filter(seen -> seen.css().equals(required.css()))
                        .allMatch(seen -> ElementTrouble.of(required, seen).isEmpty()));
    }
}
