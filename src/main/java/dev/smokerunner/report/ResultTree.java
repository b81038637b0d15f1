package dev.smokerunner.report;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.TimeLimits;
import dev.smokerunner.result.Timings;
import dev.smokerunner.result.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A result as JSON has it, turned back into one. */
final class ResultTree {
    private final StoredNode tree;
    private final Path directory;
    private final List<Finding> findings;

    /** Takes a result whose schema was looked at, and where its pictures are. */
    ResultTree(StoredNode tree, Path directory) {
        this.tree = tree;
        this.directory = directory;
        findings =
                tree.get("findings").items().stream().map(ResultTree::finding).toList();
    }

    SmokeResult result() {
        Verdict verdict = tree.get("verdict").word(Verdict.class);
        Optional<Severity> severity = severity(tree.get("severity"));
        Optional<String> reason = tree.get("reason").optionalText();
        if (severity.isPresent() != (verdict == Verdict.FAIL)) {
            throw tree.get("severity").refuse("a Sev where the verdict is fail, and only there");
        }
        if (reason.isPresent() != (verdict == Verdict.INCONCLUSIVE)) {
            throw tree.get("reason").refuse("a text where the verdict is inconclusive, and only there");
        }
        return new SmokeResult(
                subject(),
                tree.get("startedAt").time(),
                tree.get("durationMs").millis().orElse(Duration.ZERO),
                tree.get("version").text(),
                verdict,
                severity,
                reason,
                tree.get("pages").items().stream().map(this::page).toList(),
                findings,
                tree.get("checks").items().stream()
                        .map(check -> check(check, findings))
                        .toList(),
                tree.get("notes").texts(),
                severity(tree.get("failOn")).orElse(Severity.SEV3),
                release(tree.get("release")));
    }

    private SmokeResult.Subject subject() {
        return new SmokeResult.Subject(
                tree.get("name").text(),
                tree.get("owner").optionalText(),
                tree.get("runbook").optionalText(),
                tree.get("environment").text(),
                tree.get("audience").word(Audience.class),
                tree.get("target").text(),
                tree.get("config").optionalText());
    }

    private PageResult page(StoredNode page) {
        StoredNode times = page.get("timings");
        StoredNode limits = page.get("limits");
        URI url = page.get("url").url();
        Optional<String> browser = page.get("browser").optionalText();
        List<Finding> seen = findings.stream()
                .filter(finding -> finding.pages().contains(url))
                .filter(finding -> finding.browsers().isEmpty()
                        || browser.filter(finding.browsers()::contains).isPresent())
                .map(finding -> finding.toBuilder().pages(List.of(url)).build())
                .toList();
        return new PageResult(
                url,
                browser,
                page.get("status").optionalNumber(),
                new Timings(
                        times.get("documentMs").millis(),
                        times.get("domContentLoadedMs").millis(),
                        times.get("loadMs").millis(),
                        times.get("readyMs").millis()),
                new TimeLimits(
                        limits.get("documentMs").millis(),
                        limits.get("loadMs").millis(),
                        limits.get("readyMs").millis()),
                page.get("requests").number(),
                page.get("references").number(),
                page.get("screenshot").optionalText().flatMap(name -> Screenshots.read(directory, name)),
                page.get("loaded").items().stream().map(ResultTree::asset).toList(),
                page.get("notes").texts(),
                page.get("checks").items().stream()
                        .map(check -> check(check, seen))
                        .toList(),
                StoredVisit.visit(page),
                StoredVisit.lastGood(page.get("lastGood"), directory));
    }

    private static LoadedAsset asset(StoredNode asset) {
        return new LoadedAsset(
                asset.get("url").url(),
                asset.get("role").text(),
                asset.get("bytes").node().asLong(0));
    }

    /** A check with those of the findings that are its own: how many there were is stored, not which. */
    private static CheckResult check(StoredNode check, List<Finding> findings) {
        String name = check.get("check").text();
        Outcome outcome = check.get("outcome").word(Outcome.class);
        Optional<String> reason = check.get("reason").optionalText();
        boolean hasOwn = outcome == Outcome.FAILED && reason.isEmpty();
        List<Finding> own = hasOwn
                ? findings.stream()
                        .filter(finding -> finding.check().equals(name))
                        .toList()
                : List.of();
        if (hasOwn && own.isEmpty()) {
            return CheckResult.toldElsewhere(
                    name, check.get("subjects").number(), "what it found is told by another finding");
        }
        try {
            return new CheckResult(name, check.get("subjects").number(), own, outcome, reason);
        } catch (IllegalArgumentException e) {
            throw check.refuse("a check with an outcome that fits its reason");
        }
    }

    private static Finding finding(StoredNode finding) {
        List<URI> pages =
                finding.get("pageUrls").items().stream().map(StoredNode::url).toList();
        URI page = finding.get("page").url();
        return Finding.on(
                        page,
                        finding.get("check").text(),
                        severity(finding.get("impact"))
                                .orElseThrow(() -> finding.get("impact").refuse("a Sev")),
                        finding.get("subject").text())
                .kind(finding.get("kind").optionalText().orElse(""))
                .fingerprint(finding.get("fingerprint").optionalText().orElse(""))
                .pages(pages.isEmpty() ? List.of(page) : pages)
                .browsers(finding.get("browsers").texts())
                .message(finding.get("message").text())
                .expected(finding.get("expected").optionalText().orElse(""))
                .actual(finding.get("actual").optionalText().orElse(""))
                .where(location(finding.get("where")))
                .evidence(finding.get("evidence").texts())
                .hint(finding.get("hint").optionalText())
                .reproduce(finding.get("reproduce").optionalText())
                .attempts(Math.max(1, finding.get("attempts").optionalNumber().orElse(1)))
                .build();
    }

    private static Optional<Location> location(StoredNode where) {
        if (!where.isThere()) {
            return Optional.empty();
        }
        return Optional.of(new Location(
                where.get("file").text(),
                Math.max(1, where.get("line").number()),
                Math.max(1, where.get("column").number()),
                where.get("excerpt").text()));
    }

    private static Optional<ReleaseResult> release(StoredNode release) {
        if (!release.isThere()) {
            return Optional.empty();
        }
        List<ReleaseResult.PlaceResult> places = release.get("places").items().stream()
                .map(place -> new ReleaseResult.PlaceResult(
                        place.get("name").text(),
                        place.get("url").text(),
                        place.get("state").word(ReleaseState.class),
                        place.get("live").number()))
                .toList();
        return Optional.of(new ReleaseResult(
                release.get("package").text(),
                release.get("state").word(ReleaseState.class),
                release.get("files").number(),
                release.get("polls").number(),
                release.get("waitedMs").millis().orElse(Duration.ZERO),
                places));
    }

    private static Optional<Severity> severity(StoredNode level) {
        if (!level.isThere()) {
            return Optional.empty();
        }
        int number = level.number();
        if (number < 1 || number > 5) {
            throw level.refuse("a Sev from 1 to 5");
        }
        return Optional.of(Severity.of(number));
    }
}
