package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.CacheControl;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.CacheRule;
import dev.smokerunner.expectation.CacheRules;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.filename.UrlFingerprint;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds cache headers that do not fit what they are sent with. Only what a header says counts: an answer without one is
 * judged only where the config has a rule.
 */
public record AssetCacheCheck() implements Check {
    private static final Kind PAGE_KEPT = Kind.alone("page-kept-long");
    private static final Kind NOT_KEPT = Kind.alone("asset-not-kept");
    private static final Kind WORKER_KEPT = Kind.alone("worker-kept-long");

    /** What a build tool gives a fingerprint to; a picture with a hash in its name may be anything. */
    private static final Set<Role> BUILT = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.STYLE, Role.FONT);

    /**
     * A visitor keeps a page that long after a release, or after the release that was to mend it. Our own choice: static
     * hosts send 10 minutes at most, and what takes longer than an hour outlasts most repairs. What shared caches keep
     * ({@code s-maxage}) can be purged, and is not limited.
     */
    private static final Duration LONGEST_FOR_PAGE = Duration.ofHours(1);

    /** What is asked for again within the hour is hardly cached at all. */
    private static final Duration SHORTEST_FOR_FINGERPRINT = Duration.ofHours(1);

    /** Browsers ask for a service worker's script after that time, whatever its headers say (Service Worker standard). */
    private static final Duration LONGEST_FOR_WORKER = Duration.ofDays(1);

    private static final int MOST_LINES = 10;

    @Override
    public String name() {
        return "asset-cache";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        if (page.contents().value().isPresent()) {
            return Judgement.skipped(name(), "a package has no cache headers before it is uploaded");
        }
        CacheRules rules = expected.assets().cache();
        List<Detection> findings = new ArrayList<>();
        Optional<Headers> document = document(page);
        document.flatMap(headers -> document(page, CacheControl.of(headers), rules))
                .ifPresent(findings::add);
        List<ServedAsset> served = view.served();
        fingerprinted(served, rules).ifPresent(findings::add);
        served.forEach(one -> worker(one).ifPresent(findings::add));
        int subjects = served.size() + (document.isPresent() ? 1 : 0);
        return subjects == 0
                ? Judgement.skipped(name(), "nothing was answered that could be cached")
                : Judgement.judged(name(), subjects, findings);
    }

    private static Optional<Headers> document(PageObservation page) {
        return page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .filter(BrowserRequest::isOk)
                .map(BrowserRequest::headers)
                .or(() -> page.document()
                        .whole()
                        .filter(HttpAnswer.HttpResponse::isOk)
                        .map(HttpAnswer.HttpResponse::headers));
    }

    private Optional<Detection> document(PageObservation page, CacheControl cache, CacheRules rules) {
        DetectionBuilder finding = finding(page.url(), PAGE_KEPT, page.url()).actual(cache.shown());
        if (rules.document().isPresent()) {
            CacheRule rule = rules.document().get();
            return cache.keeps(rule)
                    ? Optional.empty()
                    : Optional.of(finding.message("the page's cache policy is not what the config asks for")
                            .expected(rule.written())
                            .build());
        }
        long seconds = cache.lifetime().orElse(0L);
        if (seconds <= LONGEST_FOR_PAGE.toSeconds()) {
            return Optional.empty();
        }
        String reload = cache.isImmutable() ? ", even when they reload it" : "";
        return Optional.of(finding.message("browsers keep the page for " + span(seconds) + reload
                        + ": that long a visitor sees the release before, or one that is broken")
                .expected("at most 1 h in browsers; what the CDN keeps may be purged")
                .hint("send Cache-Control: no-cache with pages, and keep them longer in the CDN alone (s-maxage)")
                .build());
    }

    private Optional<Detection> fingerprinted(List<ServedAsset> served, CacheRules rules) {
        List<ServedAsset> wrong = served.stream()
                .filter(one -> BUILT.contains(one.asset().role()))
                .filter(one -> UrlFingerprint.ofFile(one.asset().url()).isPresent())
                .filter(one -> !isKept(CacheControl.of(one.headers()), rules))
                .toList();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        ServedAsset first = wrong.get(0);
        String message = rules.fingerprinted().isPresent()
                ? "the cache policy of a fingerprinted asset is not what the config asks for"
                : "browsers must not keep a fingerprinted asset, though its address changes whenever its bytes do";
        return Optional.of(first.asset()
                .detection(name(), NOT_KEPT)
                .impact(Severity.SEV4)
                .message(message)
                .expected(rules.fingerprinted().map(CacheRule::written).orElse("kept for a long time, or nothing said"))
                .actual(CacheControl.of(first.headers()).shown())
                .evidence(wrong.stream()
                        .skip(1)
                        .limit(MOST_LINES)
                        .map(one -> "also " + one.asset().url() + ": "
                                + CacheControl.of(one.headers()).shown())
                        .toList())
                .hint("send Cache-Control: public, max-age=31536000, immutable with what has a fingerprint")
                .build());
    }

    private static boolean isKept(CacheControl cache, CacheRules rules) {
        return rules.fingerprinted().map(cache::keeps).orElseGet(() -> cache.lifetime()
                .filter(seconds -> seconds < SHORTEST_FOR_FINGERPRINT.toSeconds())
                .isEmpty());
    }

    private Optional<Detection> worker(ServedAsset served) {
        if (served.asset().role() != Role.WORKER) {
            return Optional.empty();
        }
        CacheControl cache = CacheControl.of(served.headers());
        boolean isTooLong = !UrlFingerprint.isVersioned(served.asset().url())
                && cache.lifetime()
                        .filter(s -> s > LONGEST_FOR_WORKER.toSeconds())
                        .isPresent();
        return isTooLong
                ? Optional.of(finding(
                                served.asset().page(),
                                WORKER_KEPT,
                                served.asset().url())
                        .message("caches keep the worker's script for "
                                + span(cache.lifetime().orElse(0L))
                                + " under the same address: pages of a new release run with the old worker")
                        .expected("at most 1 day")
                        .actual(cache.shown())
                        .hint("send Cache-Control: no-cache with scripts of workers whose name stays the same")
                        .build())
                : Optional.empty();
    }

    private DetectionBuilder finding(URI page, Kind kind, URI subject) {
        return Detection.on(page, name(), kind, Severity.SEV4, subject).reproduce(Reproduction.headers(subject));
    }

    private static String span(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        return time.toHours() >= 2 ? time.toHours() + " hours" : time.toMinutes() + " minutes";
    }
}
