package dev.smokerunner.run;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.secret.Redaction;
import java.net.URI;
import java.util.List;

/** Removes secrets from every text of a result, so that no report has to think of it. */
final class RedactedResult {
    private final Redaction redaction;

    RedactedResult(Redaction redaction) {
        this.redaction = redaction;
    }

    SmokeResult of(SmokeResult result) {
        SmokeResult.Subject subject = result.subject();
        return new SmokeResult(
                new SmokeResult.Subject(
                        clean(subject.name()),
                        subject.owner().map(this::clean),
                        subject.runbook().map(this::clean),
                        subject.environment(),
                        subject.audience(),
                        clean(subject.target())),
                result.startedAt(),
                result.duration(),
                result.version(),
                result.verdict(),
                result.severity(),
                result.reason().map(this::clean),
                result.pages().stream().map(this::page).toList(),
                findings(result.findings()),
                result.checks().stream().map(this::check).toList(),
                clean(result.notes()),
                result.failOn(),
                result.release().map(this::release));
    }

    private PageResult page(PageResult page) {
        return new PageResult(
                clean(page.url()),
                page.status(),
                page.timings(),
                page.requests(),
                page.references(),
                page.screenshot(),
                page.loaded().stream()
                        .map(asset -> new LoadedAsset(clean(asset.url()), asset.role(), asset.bytes()))
                        .toList(),
                clean(page.notes()),
                page.checks().stream().map(this::check).toList());
    }

    private ReleaseResult release(ReleaseResult release) {
        return new ReleaseResult(
                clean(release.name()),
                release.state(),
                release.files(),
                release.polls(),
                release.waited(),
                release.places().stream()
                        .map(place -> new ReleaseResult.PlaceResult(
                                clean(place.name()), clean(place.url()), place.state(), place.live()))
                        .toList());
    }

    private CheckResult check(CheckResult check) {
        return new CheckResult(
                check.check(),
                check.subjects(),
                findings(check.findings()),
                check.outcome(),
                check.reason().map(this::clean));
    }

    private List<Finding> findings(List<Finding> findings) {
        return findings.stream().map(this::finding).toList();
    }

    private Finding finding(Finding finding) {
        return new Finding(
                finding.check(),
                finding.impact(),
                finding.pages().stream().map(this::clean).toList(),
                clean(finding.subject()),
                clean(finding.message()),
                clean(finding.expected()),
                clean(finding.actual()),
                finding.where().map(this::location),
                clean(finding.evidence()),
                finding.hint().map(this::clean),
                finding.reproduce().map(this::clean),
                finding.attempts(),
                finding.fault());
    }

    private Location location(Location where) {
        return new Location(clean(where.file()), where.line(), where.column(), clean(where.excerpt()));
    }

    private List<String> clean(List<String> lines) {
        return lines.stream().map(this::clean).toList();
    }

    private URI clean(URI url) {
        String text = url.toString();
        String cleaned = clean(text);
        return cleaned.equals(text) ? url : URI.create(cleaned.replace("***", "%2A%2A%2A"));
    }

    private String clean(String text) {
        return redaction.apply(text);
    }
}
