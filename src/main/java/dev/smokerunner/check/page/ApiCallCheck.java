package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.text.Placeholder;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.Recovery;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.ApiExpectation;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds calls of the page's scripts to its own site that fail, and calls that should be made and are not. */
public record ApiCallCheck() implements Check {
    private static final Kind NEVER_MADE =
            Kind.lack("call-never-made", "call that is never made").plain("calls are never made");
    private static final Kind UNEXPECTED = Kind.cause("call-unexpected").evenIfMild();
    private static final Kind FAILED = Kind.cause("call-failed").evenIfMild().toldBy(ApiCallCheck::isOfMissingFile);
    private static final Kind ANSWERED_BY_PAGE =
            Kind.cause("call-answered-by-page").evenIfMild();
    private static final Kind UTF_16 = Kind.cause("call-answer-utf-16").evenIfMild();
    private static final Kind UNFILLED = Kind.cause("call-placeholder").evenIfMild();

    /** What a server that has nothing but files answers to a call. */
    private static final Set<Integer> FILES_ONLY = Set.of(403, 404, 405);

    @Override
    public String name() {
        return "api-call";
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
            for (Detection finding : unmet(page, visit, api)) {
                findings.putIfAbsent(finding.subject().text(), finding);
            }
        }
        List<BrowserRequest> calls = visit.requests().stream()
                .filter(request ->
                        request.kind() == BrowserRequest.Kind.CALL || request.kind() == BrowserRequest.Kind.STREAM)
                .filter(call -> call.firstParty() || UnfilledCalls.isUnfilled(call))
                .filter(request -> expected.api().stream().noneMatch(api -> isMeant(api, request)))
                .toList();
        for (BrowserRequest call : calls) {
            UnfilledCalls.of(call)
                    .map(placeholder -> unfilled(page, call, placeholder))
                    .or(() -> failure(page, visit, call, expected))
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

    private List<Detection> unmet(PageObservation page, BrowserVisit visit, ApiExpectation api) {
        List<BrowserRequest> calls = visit.requests().stream()
                .filter(request -> request.kind() != BrowserRequest.Kind.DOCUMENT && isMeant(api, request))
                .toList();
        if (calls.isEmpty()) {
            return List.of(Detection.on(
                            page.url(),
                            name(),
                            NEVER_MADE,
                            api.impact(),
                            new Subject.Wanted(api.url().toString()))
                    .misses(EnumSet.of(Loss.CODE, Loss.START, Loss.REST_OF_SCRIPT, Loss.EVALUATED_CODE))
                    .message("the page never calls " + api.url())
                    .expected("a call that is answered with " + api.status())
                    .actual("no call")
                    .attempts(page.attempts())
                    .build());
        }
        List<Detection> findings = new ArrayList<>();
        for (BrowserRequest call : calls) {
            boolean isAsExpected =
                    call.status().orElse(0) == api.status() && call.failure().isEmpty();
            if (!isAsExpected) {
                findings.add(finding(page, call, UNEXPECTED, api.impact())
                        .message("the call of " + call.url(), Verb.BE, " not answered as it should be")
                        .trouble()
                        .expected("status " + api.status())
                        .build());
            }
        }
        return findings;
    }

    /** Whether the call is for a file that is told to be missing: who fills caches puts a query behind its name. */
    private static boolean isOfMissingFile(Detection call, Detection cause) {
        return cause.isAbsent()
                && call.subject().text().startsWith(cause.subject().text() + "?");
    }

    private static boolean isMeant(ApiExpectation api, BrowserRequest request) {
        URI url = request.url();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return api.url().matches(url.toString())
                || api.url().matches(url.getRawPath())
                || api.url().matches(url.getRawPath() + query);
    }

    private Optional<Detection> failure(
            PageObservation page, BrowserVisit visit, BrowserRequest call, Expectations expected) {
        if (!Requests.hasFailed(call)) {
            return Optional.empty();
        }
        int status = call.status().orElse(0);
        boolean isNote = DeniedCall.isForMembers(call) && !DeniedCall.isFileKeptBack(call)
                || DeniedCall.isAnswer(call) && isAtEase(page, visit, expected);
        Severity impact = isNote ? Severity.SEV4 : Severity.SEV3;
        DetectionBuilder finding = finding(page, call, FAILED, impact)
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

    /** What the page's own workers threw, where a call has no answer for no reason of the network's. */
    private static Optional<List<BrowserMessage>> workerErrors(PageObservation page, BrowserRequest call) {
        boolean isUntold = call.status().isEmpty() && Requests.failureKind(call) == NetworkFailure.Kind.OTHER;
        List<BrowserMessage> errors = Errors.of(page).stream()
                .filter(message -> isUntold && message.source() == BrowserMessage.Source.EXCEPTION)
                .filter(message -> page.references().stream()
                        .filter(reference -> reference.role() == Role.WORKER)
                        .anyMatch(
                                reference -> reference.url().map(URI::toString).equals(message.url())))
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

    /** A page of HTML where data was asked for; fragments of HTML are what many pages ask for. */
    private Optional<Detection> htmlForJson(PageObservation page, BrowserVisit visit, BrowserRequest call) {
        if (!call.isOk() || !MediaTypes.isHtml(call.headers().mediaType())) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        boolean isNamedHtml = path.endsWith(".html") || path.endsWith(".htm");
        List<BrowserMessage> complaints = isNamedHtml ? List.of() : complaints(page);
        boolean isThePage = !isNamedHtml && FallenBack.isThePage(page, call);
        if (!isOfData(visit, call, path) && complaints.isEmpty() && !isThePage) {
            return Optional.empty();
        }
        return Optional.of(finding(page, call, ANSWERED_BY_PAGE, Severity.SEV3)
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
                        finding(page, call, Recovery.HEALED, Severity.SEV3),
                        "the answer to the call of " + call.url(),
                        Severity.SEV3,
                        healed));
    }

    /** By its specification GraphQL over HTTP is answered with JSON alone. */
    private static boolean isOfData(BrowserVisit visit, BrowserRequest call, String path) {
        return path.endsWith(".json")
                || path.endsWith("/graphql")
                || visit.answeredByPages().contains(call.id());
    }

    /** Code that knows what it gets reads it as such, and nothing complains. */
    private Optional<Detection> wide(PageObservation page, BrowserRequest call) {
        List<BrowserMessage> complaints = complaints(page);
        return complaints.isEmpty() || !WideAnswer.is(page, call)
                ? Optional.empty()
                : Optional.of(finding(page, call, UTF_16, Severity.SEV3)
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
                .map(damage -> damage.describe(finding(page, call, damage.kind(), Severity.SEV3), call)
                        .said(complaints(page).stream().map(Errors::said).toList())
                        .build());
    }

    private Detection unfilled(PageObservation page, BrowserRequest call, Placeholder placeholder) {
        return finding(page, call, UNFILLED, Severity.SEV3)
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

    private DetectionBuilder finding(PageObservation page, BrowserRequest call, Kind kind, Severity impact) {
        DetectionBuilder finding = Detection.on(page.url(), name(), kind, impact, call.url())
                .loses(Loss.ANSWER)
                .actual(call.method() + " " + Requests.words(call))
                .attempts(page.attempts());
        if (FallenBack.isCode(call)) {
            finding.loses(Loss.ANSWER, Loss.WEB_ASSEMBLY, Loss.START);
        }
        call.initiator().ifPresent(by -> finding.evidence(List.of("called by " + Format.line(by))));
        return call.method().equals("GET") ? finding.reproduce(Reproduction.headers(call.url())) : finding;
    }
}
