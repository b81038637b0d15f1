package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.text.Placeholder;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.Recovery;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.ApiExpectation;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds calls of the page's scripts to its own site that fail, and calls that should be made and are not. */
public record ApiCallCheck() implements Check {
    private static final Kind ANSWERED_BY_PAGE =
            Kind.cause("call-answered-by-page").evenIfMild();
    private static final Kind UTF_16 = Kind.cause("call-answer-utf-16").evenIfMild();
    private static final Kind UNFILLED = Kind.cause("call-placeholder").evenIfMild();

    @Override
    public String name() {
        return CallFinding.CHECK;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(name(), page.browser(), visit -> judge(page, visit, expected));
    }

    private Judgement judge(PageObservation page, BrowserVisit visit, Expectations expected) {
        // One finding for a URL that is called again and again: the first word about it counts.
        Map<String, Detection> findings = new LinkedHashMap<>();
        for (ApiExpectation api : expected.api()) {
            ExpectedCall.unmet(page, visit, api)
                    .forEach(finding -> findings.putIfAbsent(finding.subject().text(), finding));
        }
        List<BrowserRequest> calls = visit.requests().stream()
                .filter(request -> request.kind().isOfScript())
                .filter(call -> call.firstParty() || UnfilledCalls.isUnfilled(call))
                .filter(request -> expected.api().stream().noneMatch(api -> ExpectedCall.isMeant(api, request)))
                .toList();
        for (BrowserRequest call : calls) {
            UnfilledCalls.of(call)
                    .map(placeholder -> unfilled(page, call, placeholder))
                    .or(() -> FailedCall.of(page, visit, call, expected))
                    .or(() -> htmlForJson(page, visit, call))
                    .or(() -> wide(page, call))
                    .or(() -> damaged(page, call))
                    .or(() -> unsteady(page, call))
                    .ifPresent(finding -> findings.putIfAbsent(finding.subject().text(), finding));
        }
        LostSockets.of(name(), page, visit)
                .forEach(socket -> findings.putIfAbsent(socket.subject().text(), socket));
        int subjects = calls.size() + expected.api().size();
        return subjects == 0 && findings.isEmpty()
                ? Judgement.skipped(name(), "the page makes no call to its own site")
                : Judgement.judged(name(), Math.max(1, subjects), List.copyOf(findings.values()));
    }

    /** A page of HTML where data was asked for; fragments of HTML are what many pages ask for. */
    private Optional<Detection> htmlForJson(PageObservation page, BrowserVisit visit, BrowserRequest call) {
        if (!isAnswered(call) || !MediaTypes.isHtml(call.headers().mediaType())) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        boolean isNamedHtml = FallenBack.isNamedHtml(call);
        List<BrowserMessage> complaints = isNamedHtml ? List.of() : complaints(page);
        boolean isThePage = isNamedHtml ? FallenBack.isPageForFragment(page, call) : FallenBack.isThePage(page, call);
        if (!isOfData(visit, call, path) && complaints.isEmpty() && !isThePage) {
            return Optional.empty();
        }
        return Optional.of(CallFinding.of(page, call, ANSWERED_BY_PAGE, Severity.SEV3)
                .message("an HTML page answers ", "the call of " + call.url(), "")
                .trouble()
                .absent(true)
                .said(complaints.stream().map(Errors::said).toList())
                .expected(FallenBack.wantedType(call))
                .evidence(complaints.stream().map(Errors::line).toList())
                .hint(FallenBack.why(call))
                .build());
    }

    /** A call whose answer comes and goes, or came only the second time. */
    private Optional<Detection> unsteady(PageObservation page, BrowserRequest call) {
        return Recovery.of(page, call.url(), page.asset(call.url()))
                .filter(healed -> call.isOk())
                .map(healed -> Recovery.finding(
                        CallFinding.of(page, call, Recovery.HEALED, Severity.SEV3),
                        "the answer to the call of " + call.url(),
                        Severity.SEV3,
                        healed));
    }

    /** Browsers call an EventSource off at the head of an answer that is no stream of events. */
    private static boolean isAnswered(BrowserRequest call) {
        boolean isLeftStream = call.kind() == BrowserRequest.Kind.STREAM && Requests.isCalledOff(call);
        return call.isOk() || isLeftStream && call.status().orElse(0) == 200;
    }

    /** By their specifications GraphQL over HTTP is answered with JSON alone, and an EventSource with events alone. */
    private static boolean isOfData(BrowserVisit visit, BrowserRequest call, String path) {
        return call.kind() == BrowserRequest.Kind.STREAM
                || path.endsWith(".json")
                || path.endsWith("/graphql")
                || visit.answeredByPages().contains(call.id());
    }

    /** Code that knows what it gets reads it as such, and nothing complains. */
    private Optional<Detection> wide(PageObservation page, BrowserRequest call) {
        List<BrowserMessage> complaints = complaints(page);
        return complaints.isEmpty() || !WideAnswer.is(page, call)
                ? Optional.empty()
                : Optional.of(CallFinding.of(page, call, UTF_16, Severity.SEV3)
                        .message(
                                "the answer to the call of " + call.url(),
                                Verb.BE,
                                " UTF-16, and browsers read it as UTF-8")
                        .trouble()
                        .said(complaints.stream().map(Errors::said).toList())
                        .expected("UTF-8")
                        .actual("bytes of UTF-16")
                        .hint("save it as UTF-8: some shells and editors write UTF-16")
                        .reproduce(Reproduction.bytes(call.url()))
                        .build());
    }

    private Optional<Detection> damaged(PageObservation page, BrowserRequest call) {
        return DamagedAnswer.of(page, call)
                .map(damage -> damage.describe(CallFinding.of(page, call, damage.kind(), Severity.SEV3), call)
                        .said(complaints(page).stream().map(Errors::said).toList())
                        .build());
    }

    private Detection unfilled(PageObservation page, BrowserRequest call, Placeholder placeholder) {
        return CallFinding.of(page, call, UNFILLED, Severity.SEV3)
                .message("the call of " + call.url() + " goes nowhere: " + placeholder.text()
                        + " stands where a part of the address should be")
                .expected("an address with a value for " + placeholder.name())
                .hint("the value was never filled in, or the code that builds the address does not have it: look at the"
                        + " settings that the page loads, and at the variables of the build")
                .fault(Placeholder.FAULT)
                .build();
    }

    /** What was said of a text that is no JSON. */
    private static List<BrowserMessage> complaints(PageObservation page) {
        return Errors.of(page).stream()
                .filter(message -> message.facts().contains(new UnparsedText(UnparsedText.What.JSON)))
                .toList();
    }
}
