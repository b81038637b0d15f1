package dev.smokerunner.review;

import dev.smokerunner.result.Severity;

/** How bad it was, by the definition of the levels. */
final class SeveritySection implements Section {
    @Override
    public String name() {
        return "severity";
    }

    @Override
    public void write(Review review, SectionText text) {
        Recording recording = review.recording();
        Severity severity = recording.incident().severity();
        text.item(
                "Sev " + severity.level() + ", the worst that it was: " + severity.meaning(),
                "history: incident " + recording.incident().id());
        text.blank("The severity that the team gives it, and why, if it is another one");
    }
}
