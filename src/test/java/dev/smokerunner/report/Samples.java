package dev.smokerunner.report;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.TimeLimits;
import dev.smokerunner.result.Timings;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.result.VisitResult;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Results as runs make them. */
final class Samples {
    static final URI PAGE = URI.create("https://www.example.com/signup/");
    static final URI HELP = URI.create("https://www.example.com/signup/help.html");

    private Samples() {}

    static SmokeResult healthy() {
        List<CheckResult> checks = List.of(
                CheckResult.judged("page-status", 1, List.of()),
                CheckResult.judged("asset-status", 31, List.of()),
                CheckResult.skipped("release", "no release was given"));
        return passed(production(), List.of(page(PAGE, checks)), List.of(), checks);
    }

    static SmokeResult failing() {
        List<CheckResult> checks = List.of(
                CheckResult.judged("page-status", 1, List.of()),
                CheckResult.judged("asset-status", 31, List.of(missingScript().build())),
                CheckResult.judged("asset-cache", 31, List.of(cachedTooLong())),
                CheckResult.skipped("release", "no release was given"));
        return failed(
                production(),
                List.of(page(PAGE, checks)),
                List.of(missingScript().build(), cachedTooLong()),
                checks);
    }

    /** The same trouble where only the team sees it. */
    static SmokeResult failingOnStaging() {
        List<CheckResult> checks = List.of(
                CheckResult.judged("asset-status", 31, List.of(missingScript().build())));
        return failed(
                staging(), List.of(page(PAGE, checks)), List.of(missingScript().build()), checks);
    }

    static SmokeResult inconclusive() {
        String reason = "the browser did not start: chromedriver 156 needs Chromium 156, found 149";
        List<CheckResult> checks = List.of(
                CheckResult.judged("page-status", 1, List.of()),
                CheckResult.errored("page-blank", reason),
                CheckResult.errored("page-error", reason),
                CheckResult.errored("asset-host", "no hosts could be read"));
        return result(
                staging(),
                Verdict.INCONCLUSIVE,
                Optional.of(reason),
                List.of(new PageResult(
                        PAGE, OptionalInt.of(200), Timings.NONE, 0, 31, Optional.empty(), List.of(), checks)),
                List.of(),
                checks);
    }

    /** A release that one edge does not serve yet. */
    static SmokeResult released() {
        SmokeResult healthy = healthy();
        PageResult page = new PageResult(
                PAGE,
                Optional.empty(),
                OptionalInt.of(200),
                times(),
                27,
                31,
                Optional.empty(),
                List.of(new LoadedAsset(
                        URI.create("https://www.example.com/signup/js/main-77b1.js"), "script", 48_211)),
                List.of(),
                List.of());
        return new SmokeResult(
                healthy.subject(),
                healthy.startedAt(),
                healthy.duration(),
                healthy.version(),
                healthy.verdict(),
                healthy.severity(),
                healthy.reason(),
                List.of(page),
                List.of(),
                healthy.checks(),
                List.of(),
                Severity.SEV3,
                Optional.of(new ReleaseResult(
                        "build/signup",
                        ReleaseState.CONVERGING,
                        31,
                        5,
                        Duration.ofMillis(8200),
                        List.of(
                                new ReleaseResult.PlaceResult("the site", PAGE.toString(), ReleaseState.LIVE, 31),
                                new ReleaseResult.PlaceResult(
                                        "edge 203.0.113.7", PAGE.toString(), ReleaseState.STALE, 30)))));
    }

    /** The page of a build tool that wrote a script tag which ends nowhere, in a package that lies here. */
    static SmokeResult incident() {
        URI page = URI.create("http://127.0.0.1:38815/");
        Finding tag = Finding.on(page, "script-tag", Severity.SEV2, "<script data-main=\"js/signup-9b71e4.js")
                .kind("tag-unfinished")
                .fingerprint("tag-unfinished:ad7b35a7c745")
                .message("the tag in line 16 of index.html is never finished; the page loads no script at all")
                .expected("a whole tag that the browser can use")
                .actual("no script on the page that a browser would run")
                .where(new Location("index.html", 16, 3, "<script data-main=\"js/signup-9b71e4.js"))
                .hint("a build step probably rewrote this line: compare it with the source")
                .evidence(List.of("probably explains: 1 missing element (form#signup)"))
                .reproduce("sed -n '16,18p' 'smoke-configs/demo/broken/index.html'")
                .build();
        List<CheckResult> checks = List.of(
                CheckResult.judged("page-status", 1, List.of()),
                CheckResult.judged("script-tag", 1, List.of(tag)),
                CheckResult.toldElsewhere("element", 1, "what it found follows from script-tag"),
                CheckResult.skipped("release", "no release was given"));
        SmokeResult.Subject subject = new SmokeResult.Subject(
                        "signup-demo",
                        Optional.of("web-team"),
                        Optional.empty(),
                        "broken",
                        Audience.CUSTOMERS,
                        "smoke-configs/demo/broken")
                .describedIn("smoke-configs/demo.yaml");
        return failed(subject, List.of(page(page, checks)), List.of(tag), checks);
    }

    /** Two pages in two browsers, of which one sees more than the other. */
    static SmokeResult severalBrowsers() {
        Finding missing = missingScript()
                .pages(List.of(PAGE, HELP))
                .browsers(List.of("Firefox"))
                .build();
        List<CheckResult> fine = List.of(CheckResult.judged("asset-status", 31, List.of()));
        List<PageResult> pages = List.of(
                page(PAGE, "Chrome", fine),
                page(PAGE, "Firefox", List.of(CheckResult.judged("asset-status", 31, List.of(on(PAGE, missing))))),
                page(HELP, "Chrome", fine),
                page(HELP, "Firefox", List.of(CheckResult.judged("asset-status", 31, List.of(on(HELP, missing))))));
        return failed(
                production(),
                pages,
                List.of(missing),
                List.of(CheckResult.judged("asset-status", 124, List.of(missing))));
    }

    private static Finding on(URI page, Finding finding) {
        return finding.toBuilder().pages(List.of(page)).build();
    }

    private static PageResult page(URI url, String browser, List<CheckResult> checks) {
        return new PageResult(
                url,
                Optional.of(browser),
                OptionalInt.of(200),
                times(),
                new TimeLimits(
                        Optional.empty(), Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofSeconds(10))),
                27,
                31,
                Optional.empty(),
                List.of(new LoadedAsset(URI.create("https://www.example.com/signup/js/main-3f9a.js"), "script", 812)),
                List.of(),
                checks,
                VisitResult.NONE,
                Optional.empty());
    }

    static SmokeResult passed(
            SmokeResult.Subject subject, List<PageResult> pages, List<Finding> findings, List<CheckResult> checks) {
        return result(subject, Verdict.PASS, Optional.empty(), pages, findings, checks);
    }

    static SmokeResult failed(
            SmokeResult.Subject subject, List<PageResult> pages, List<Finding> findings, List<CheckResult> checks) {
        return result(subject, Verdict.FAIL, Optional.empty(), pages, findings, checks);
    }

    static SmokeResult result(
            SmokeResult.Subject subject,
            Verdict verdict,
            Optional<String> reason,
            List<PageResult> pages,
            List<Finding> findings,
            List<CheckResult> checks) {
        Optional<Severity> severity = findings.stream()
                .map(finding -> subject.audience().cap(finding.impact()))
                .reduce(Severity::worseOf)
                .filter(worst -> verdict == Verdict.FAIL);
        return new SmokeResult(
                subject,
                Instant.parse("2026-11-23T19:43:38.123456Z"),
                Duration.ofMillis(1830),
                "0.1.0",
                verdict,
                severity,
                reason,
                pages,
                findings,
                checks,
                List.of("errors.allow[0] \"Script error\" matches nothing"),
                Severity.SEV3);
    }

    static SmokeResult.Subject production() {
        return new SmokeResult.Subject(
                "signup",
                Optional.of("web-team"),
                Optional.of("https://wiki.example.com/signup"),
                "production",
                Audience.CUSTOMERS,
                "https://www.example.com/signup/");
    }

    static SmokeResult.Subject staging() {
        return new SmokeResult.Subject(
                "signup",
                Optional.empty(),
                Optional.empty(),
                "staging",
                Audience.INTERNAL,
                "https://staging.example.com/signup/");
    }

    static PageResult page(URI url, List<CheckResult> checks) {
        return new PageResult(
                url, OptionalInt.of(200), times(), 27, 31, Optional.empty(), List.of("waited for form#signup"), checks);
    }

    static PageResult withScreenshot(PageResult page, byte... png) {
        return new PageResult(
                page.url(),
                page.browser(),
                page.status(),
                page.timings(),
                page.requests(),
                page.references(),
                Optional.of(new Screenshot(png)),
                page.loaded(),
                page.notes(),
                page.checks());
    }

    static Timings times() {
        return new Timings(
                Optional.of(Duration.ofMillis(84)),
                Optional.of(Duration.ofMillis(310)),
                Optional.of(Duration.ofMillis(520)),
                Optional.of(Duration.ofMillis(610)));
    }

    static FindingBuilder missingScript() {
        return Finding.on(PAGE, "asset-status", Severity.SEV2, "https://www.example.com/signup/js/main-3f9a.js")
                .kind("asset-missing")
                .fingerprint("asset-missing:0a1b2c3d4e5f")
                .message("A script of the page is not there.")
                .expected("status 200")
                .actual("404 text/html, 1.2 kB")
                .where(new Location("index.html", 12, 5, "<script src=\"js/main-3f9a.js\">"))
                .evidence(List.of("page error: ReferenceError: Signup is not defined", "console: Failed to load"))
                .hint("the package has js/main-77b1.js")
                .reproduce("curl -sS -I 'https://www.example.com/signup/js/main-3f9a.js'")
                .attempts(2);
    }

    static Finding cachedTooLong() {
        return Finding.on(PAGE, "asset-cache", Severity.SEV4, PAGE.toString())
                .message("HTML is cached for a day.")
                .expected("max-age<=300")
                .actual("max-age=86400")
                .hint("set Cache-Control when uploading")
                .build();
    }
}
