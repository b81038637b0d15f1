package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.AssetCaches;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.Recovery;
import dev.smokerunner.check.web.BotChallenge;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds pages that do not come: the one check that all others wait for. */
public record PageStatusCheck() implements Check {
    /** The name of the check. */
    public static final String NAME = "page-status";

    private static final Kind UNSTEADY = Kind.alone("page-unsteady");
    private static final int FIRST_HOPS = 5;
    private static final int LAST_HOPS = 2;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsThePage() {
        return false;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        Optional<BrowserVisit> visit = page.browser().value();
        Optional<BrowserRequest> request = visit.flatMap(BrowserVisit::document);
        BrowserVisit.Ending ending = visit.map(BrowserVisit::ending).orElse(BrowserVisit.Ending.LOADED);
        if (visit.isPresent() && request.isEmpty() && ending == BrowserVisit.Ending.LOADED) {
            return Judgement.errored(NAME, "the browser did not say how the document was answered");
        }
        // The browser's own document request decides: a server may treat plain HTTP otherwise.
        DocumentAnswer answer = request.map(r -> DocumentAnswer.ofBrowser(page, visit.get(), r))
                .orElseGet(() -> DocumentAnswer.ofHttp(page));
        Optional<BotChallenge> challenge = BotChallenge.in(answer.headers());
        if (challenge.isPresent()) {
            return Judgement.errored(NAME, reason(challenge.get(), answer.status()));
        }
        Optional<Detection> trouble = DocumentTrouble.of(page, answer, expected.status())
                .or(() -> notNavigated(page, ending))
                .or(() -> DocumentTrouble.logInInstead(page, answer, expected))
                .or(() -> ServerPage.of(page, expected))
                .map(found -> finding(view, answer, found));
        List<Detection> findings = trouble
                .or(() -> SeveralBuilds.of(page).map(builds -> builds.finding(NAME)))
                .or(() -> healed(page))
                .map(found ->
                        found.toBuilder().evidence(AssetCaches.ofPage(page)).build())
                .stream()
                .toList();
        return Judgement.judged(NAME, 1, findings);
    }

    /** Why a challenge says nothing about the page, and what to do about it. */
    private static String reason(BotChallenge challenge, int status) {
        return challenge.firewall() + " wants the runner to prove that it is no bot (status " + status + ", "
                + challenge.field() + "), and nobody saw the page: let the runner pass in the firewall's rules, by its"
                + " address or by a header that browser.headers in the config sends";
    }

    private static Optional<DocumentTrouble> notNavigated(PageObservation page, BrowserVisit.Ending ending) {
        return ending != BrowserVisit.Ending.NOT_NAVIGATED
                ? Optional.empty()
                : page.browser()
                        .value()
                        .map(visit -> new DocumentTrouble(
                                DocumentTrouble.UNANSWERED,
                                "does not load: " + Format.line(visit.endingDetail()),
                                Format.line(visit.endingDetail()),
                                Optional.empty()));
    }

    private static Detection finding(PageView view, DocumentAnswer answer, DocumentTrouble trouble) {
        PageObservation page = view.observation();
        URI missing = trouble.sentOn().map(SentOn::url).orElse(page.url());
        DetectionBuilder finding = Detection.on(page.url(), NAME, trouble.kind(), Severity.SEV1, missing)
                .message(trouble.message())
                .expected("a whole HTML page of this site")
                .actual(trouble.actual())
                .evidence(trouble.sentOn().map(SentOn::evidence).orElse(List.of()))
                .evidence(chain(answer.redirects()))
                .where(trouble.sentOn().flatMap(sentOn -> TargetMention.of(view, sentOn)))
                .attempts(Math.max(page.attempts(), page.document().tries()))
                .reproduce(Reproduction.redirects(missing));
        trouble.hint().ifPresent(finding::hint);
        page.contents().value().flatMap(contents -> hint(missing, contents)).ifPresent(finding::hint);
        if (page.browser().value().isPresent() && trouble.sentOn().isEmpty()) {
            finding.evidence(List.of("plain HTTP: " + words(page.document())));
        }
        return finding.build();
    }

    private static Optional<String> hint(URI missing, PackageContents contents) {
        List<String> keys =
                contents.files().stream().map(PackageContents.PackagedFile::key).toList();
        String key = Locations.file(missing);
        return keys.contains(key) ? Optional.empty() : TooDeep.hint(key, keys);
    }

    private static String words(HttpAnswer answer) {
        String status = answer.response()
                .map((HttpResponse r) -> Format.status(r.status(), r.headers()))
                .orElse("no response");
        return answer.failure().map(f -> status + ", " + Format.failure(f)).orElse(status);
    }

    private static List<String> chain(List<Redirect> redirects) {
        List<String> hops = redirects.stream()
                .map(hop -> hop.status() + " " + hop.from() + " -> " + hop.to())
                .toList();
        if (hops.size() <= FIRST_HOPS + LAST_HOPS) {
            return hops;
        }
        List<String> shown = new ArrayList<>(hops.subList(0, FIRST_HOPS));
        shown.add("… " + (hops.size() - FIRST_HOPS - LAST_HOPS) + " more redirects …");
        shown.addAll(hops.subList(hops.size() - LAST_HOPS, hops.size()));
        return shown;
    }

    private static Optional<Detection> healed(PageObservation page) {
        return Recovery.of(page, page.url(), Optional.of(page.document()))
                .map(healed -> Recovery.finding(
                        Detection.on(page.url(), NAME, UNSTEADY, Severity.SEV4, page.url())
                                .reproduce(Reproduction.redirects(page.url())),
                        "the page",
                        // It is there for most.
                        Severity.SEV2,
                        healed));
    }
}
