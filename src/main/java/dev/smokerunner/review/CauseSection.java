package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.prose;

import dev.smokerunner.canary.telling.CanaryVerdict;
import dev.smokerunner.result.SmokeResult;

/** What contributed to it, each with the facts that speak for it. People say why. */
final class CauseSection implements Section {
    @Override
    public String name() {
        return "causes";
    }

    @Override
    public void write(Review review, SectionText text) {
        Recording recording = review.recording();
        recording.worst().ifPresent(kept -> {
            SmokeResult result = kept.result();
            result.findings().stream()
                    .filter(result::fails)
                    .limit(1)
                    .forEach(finding -> text.item(
                            "On the page: " + prose(finding.message()),
                            "history: result.json of round " + kept.round()));
        });
        recording
                .suspect()
                .ifPresent(release -> text.item(
                        "Release " + prose(release.version()) + " went live "
                                + TimelineSection.beforeOrAfter(release, recording.incident())
                                + recording
                                        .lastGood()
                                        .map(good -> good.startedAt().isAfter(release.at())
                                                ? "; a round after it was still good"
                                                : "; the last round before it was good")
                                        .orElse(""),
                        TimelineSection.source(release)));
        review.given().forEach(given -> given.result().findings().stream()
                .filter(finding -> finding.check().equals(CanaryVerdict.CHECK))
                .forEach(finding ->
                        text.item("A canary build: " + prose(finding.message()), "result: " + given.file())));
        text.blank("Why the change had that effect");
        text.blank("Why it was made, and why it looked safe then");
        text.blank("What else had to be so for customers to notice");
    }
}
