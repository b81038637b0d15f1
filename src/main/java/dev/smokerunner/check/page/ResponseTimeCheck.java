package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds pages that take longer than they may, or never finish, and says which request it is. */
public record ResponseTimeCheck() implements Check {
    private static final Kind DOCUMENT_SLOW = Kind.symptom("document-slow", "delay");
    private static final Kind LOAD_SLOW = Kind.symptom("load-slow", "delay");
    private static final Kind NEVER_LOADED = Kind.symptom("load-never-ends", "delay");
    private static final Kind READY_SLOW = Kind.symptom("ready-slow", "delay");
    private static final Kind NEVER_READY = Kind.symptom("never-ready", "delay");
    private static final Kind CALL_UNANSWERED = Kind.cause("call-unanswered").evenIfMild();
    private static final Kind CALL_OPEN = Kind.cause("call-open");

    private static final int SLOWEST = 3;

    /**
     * "Loading…" and "Please wait" are words of 7 to 20 characters in the languages of Europe; the shortest healthy page of
     * the deploy zoo that waits for news by a call, a heading and one sentence, has 25.
     */
    private static final int LONGEST_WAITING_WORDS = 20;

    @Override
    public String name() {
        return "response-time";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(name(), page.browser(), visit -> judge(page, visit, expected.responseTime()));
    }

    private Judgement judge(PageObservation page, BrowserVisit visit, ResponseTimeLimits limits) {
        if (visit.timings().equals(Timings.NONE) && visit.ending() == BrowserVisit.Ending.LOADED) {
            return Judgement.errored(name(), "the browser did not say how long the page took");
        }
        List<Detection> findings = new ArrayList<>();
        document(page, visit, limits).ifPresent(findings::add);
        if (visit.ending() == BrowserVisit.Ending.KEEPS_NAVIGATING) {
            // What is open is only what the next round has not come to; page-blank says why.
            return Judgement.judged(name(), 1, findings);
        }
        LoadDelay delay = LoadDelay.of(visit, limits);
        if (!delay.isLate()) {
            ready(page, visit, limits).ifPresent(findings::add);
        } else if (!delay.isThirdPartyOnly()) {
            // Where only others hold it up, third-party says so.
            findings.add(load(page, visit, limits, delay));
        }
        return Judgement.judged(name(), 1, findings);
    }

    private Optional<Detection> document(PageObservation page, BrowserVisit visit, ResponseTimeLimits limits) {
        Optional<Duration> took = visit.timings().document();
        return limits.document()
                .filter(limit -> took.filter(time -> time.compareTo(limit) > 0).isPresent())
                .map(limit -> finding(page, DOCUMENT_SLOW, page.url(), limit)
                        .message("the document takes longer than it may")
                        .actual(Format.duration(took.orElseThrow()))
                        .build());
    }

    private Detection load(PageObservation page, BrowserVisit visit, ResponseTimeLimits limits, LoadDelay delay) {
        Optional<BrowserRequest> slowest = delay.firstParty().stream().findFirst();
        URI subject = slowest.map(BrowserRequest::url).orElse(page.url());
        boolean never = visit.timings().load().isEmpty();
        String because = slowest.map(request -> request.isOpen()
                        ? ": " + request.url() + " is still open"
                        : ": the slowest request is " + request.url())
                .orElse("");
        return finding(page, never ? NEVER_LOADED : LOAD_SLOW, subject, limits.load())
                .message((never ? "the page never finishes loading" : "the page takes longer to load than it may")
                        + because)
                .actual(visit.timings().load().map(Format::duration).orElseGet(() -> ("no load event "
                                + Format.line(visit.endingDetail()))
                        .strip()))
                .evidence(delay.firstParty().stream()
                        .limit(SLOWEST)
                        .map(LoadDelay::words)
                        .toList())
                .build();
    }

    private Optional<Detection> ready(PageObservation page, BrowserVisit visit, ResponseTimeLimits limits) {
        Optional<Duration> ready = visit.timings().ready();
        if (ready.isPresent()) {
            return ready.filter(time -> time.compareTo(limits.ready()) > 0)
                    .map(time -> finding(page, READY_SLOW, page.url(), limits.ready())
                            .message("the page takes longer than it may until it can be used")
                            .actual(Format.duration(time))
                            .evidence(visit.notes().stream().map(Format::line).toList())
                            .build());
        }
        return visit.settling().missing().stream()
                .filter(Awaited.Answer.class::isInstance)
                .map(Awaited.Answer.class::cast)
                .findFirst()
                .map(open -> open(page, visit, open, limits));
    }

    /**
     * A request of the page's own that has no answer when the time is over. A call may stay open for ever on a healthy page
     * that waits for news by it; not so where the page shows nothing without it.
     */
    private Detection open(PageObservation page, BrowserVisit visit, Awaited.Answer open, ResponseTimeLimits limits) {
        Optional<BrowserRequest> call = visit.requests().stream()
                .filter(request -> request.id().equals(open.id()) && request.kind() == BrowserRequest.Kind.CALL)
                .findFirst();
        boolean isNeeded = call.filter(one -> isNeeded(visit, one)).isPresent();
        boolean isNews = call.isPresent() && !isNeeded;
        DetectionBuilder finding = Detection.on(
                        page.url(),
                        name(),
                        isNeeded ? CALL_UNANSWERED : isNews ? CALL_OPEN : NEVER_READY,
                        isNews ? Severity.SEV4 : Severity.SEV3,
                        open.url())
                .expected("at most " + Format.duration(limits.ready()))
                .attempts(page.attempts())
                .actual("no answer when the wait ended, after "
                        + Format.duration(visit.settling().until()));
        if (isNeeded) {
            return finding.loses(Loss.ANSWER)
                    .message(
                            unanswered(page, open.url(), call.flatMap(one -> one.status().stream()
                                            .boxed()
                                            .findFirst())) + ", and the page waits for it")
                    .hint(
                            "look at what is behind that address: the API, the proxy before it, a connection that it waits"
                                    + " for; a time-limit in the page would let it say so")
                    .build();
        }
        if (isNews && call.filter(one -> one.status().isEmpty()).isPresent()) {
            // Nobody can know what it would have brought: it explains what nothing else does.
            finding.loses(Loss.AWAITED_ANSWER);
        }
        return isNews
                ? finding.message("the page still waits for its call of " + open.url())
                        .hint("a call that stays open for news is healthy; one whose answer the page shows is not")
                        .build()
                : finding.message("the page is never ready: " + open.url() + " is still open")
                        .build();
    }

    /** What is known of a call without an end: that its answer has begun, what plain HTTP got, or nothing. */
    private static String unanswered(PageObservation page, URI url, Optional<Integer> status) {
        if (status.isPresent()) {
            return "the answer to the page's call of " + url + " begins, with status " + status.get()
                    + ", and does not end";
        }
        return page.asset(url)
                .flatMap(HttpAnswer::failure)
                .filter(failure ->
                        failure.kind() != NetworkFailure.Kind.TIMEOUT && failure.kind() != NetworkFailure.Kind.UNASKED)
                .map(failure -> "the page's call of " + url + " has no answer: " + Format.failure(failure))
                .orElse("nothing answers the page's call of " + url);
    }

    private static boolean isNeeded(BrowserVisit visit, BrowserRequest call) {
        return visit.rendered()
                .value()
                .filter(shown -> Blockade.isBlank(visit, shown) || call.status().isEmpty() && saysToWait(shown))
                .isPresent();
    }

    /**
     * Whether a page says that something is to come, or shows no more than a few words, as while it loads: what else it will
     * show, nobody can know.
     */
    private static boolean saysToWait(RenderedPage shown) {
        return shown.isUnderWay()
                || shown.visibleObjects() == 0 && shown.visibleText().length() <= LONGEST_WAITING_WORDS;
    }

    private DetectionBuilder finding(PageObservation page, Kind kind, URI subject, Duration limit) {
        return Detection.on(page.url(), name(), kind, Severity.SEV3, subject)
                .expected("at most " + Format.duration(limit))
                .attempts(page.attempts());
    }
}
