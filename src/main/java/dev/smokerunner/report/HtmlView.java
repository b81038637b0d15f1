package dev.smokerunner.report;

import static dev.smokerunner.report.HtmlText.text;

import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.FindingView;
import dev.smokerunner.report.html.PageView;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.report.html.ReportView;
import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a result is as an HTML report. */
final class HtmlView {
    private final SmokeResult result;
    private final HtmlPictures pictures;
    private final List<Finding> failing;
    private final List<Finding> notes;

    HtmlView(SmokeResult result, HtmlPictures pictures) {
        this.result = result;
        this.pictures = pictures;
        failing = VerdictText.failing(result);
        notes = VerdictText.notes(result);
    }

    ReportView of(String styles) {
        // The findings come first: a picture that is shown with one is not shown again with its page.
        List<FindingView> findings = findings(failing, "finding");
        return new ReportView(
                verdict() + ": " + subject(),
                styles,
                rating(),
                subject(),
                verdict(),
                severity(),
                why(),
                failing.stream()
                        .findFirst()
                        .flatMap(Finding::hint)
                        .map(HtmlText::text)
                        .orElse(""),
                facts(),
                findings,
                findings(notes, "note"),
                pages(),
                new HtmlChecks(result).all(),
                VerdictText.counts(result),
                result.notes().stream().map(HtmlText::text).toList(),
                text(result.version()));
    }

    private List<FindingView> findings(List<Finding> findings, String word) {
        HtmlFindings views = new HtmlFindings(result, pictures);
        return IntStream.range(0, findings.size())
                .mapToObj(i -> views.of(findings.get(i), word + "-" + (i + 1), findings == failing && i == 0))
                .toList();
    }

    private List<PageView> pages() {
        HtmlPages views = new HtmlPages(result, pictures);
        return IntStream.range(0, result.pages().size()).mapToObj(views::of).toList();
    }

    Rating rating() {
        return ResultRating.of(result.verdict());
    }

    String verdict() {
        return switch (result.verdict()) {
            case PASS -> "Pass";
            case FAIL -> "Fail";
            case INCONCLUSIVE -> "Inconclusive";
        };
    }

    String subject() {
        SmokeResult.Subject subject = result.subject();
        return text(subject.name())
                + (subject.environment().equals("default") ? "" : ", " + text(subject.environment()));
    }

    String severity() {
        return result.severity().map(severity -> "Sev " + severity.level()).orElse("");
    }

    String why() {
        return switch (result.verdict()) {
            case PASS -> VerdictText.whyPassed(result) + ".";
            case INCONCLUSIVE -> "Nothing was proven: " + text(result.reason().orElse(""));
            case FAIL -> whyFailed();
        };
    }

    private String whyFailed() {
        if (failing.isEmpty()) {
            return "The run failed, and no finding says why.";
        }
        String more = failing.size() == 1 ? "" : " And " + Wording.count(failing.size() - 1L, "more finding") + ".";
        String message = text(failing.get(0).message());
        return message + (message.endsWith(".") || more.isEmpty() ? "" : ".") + more;
    }

    private List<Fact> facts() {
        SmokeResult.Subject subject = result.subject();
        List<Fact> facts = new ArrayList<>();
        facts.add(HtmlText.linked("Target", subject.target()));
        lastSeenWell().ifPresent(time -> facts.add(new Fact("Last seen well", HtmlText.time(time))));
        facts.add(new Fact(
                "Looked at", HtmlText.time(result.startedAt()) + ", for " + DurationWords.measured(result.duration())));
        facts.add(new Fact("Audience", Wording.word(subject.audience()) + capped()));
        result.release().ifPresent(release -> facts.add(new Fact("Release", text(Wording.release(release)))));
        subject.owner().ifPresent(owner -> facts.add(new Fact("Owner", text(owner))));
        subject.runbook().ifPresent(runbook -> facts.add(HtmlText.linked("Runbook", runbook)));
        return facts;
    }

    /** Since when it does not work can be told only as well as it is known that it did. */
    private Optional<Instant> lastSeenWell() {
        return result.verdict() == Verdict.PASS
                ? Optional.empty()
                : result.pages().stream()
                        .map(PageResult::lastGood)
                        .flatMap(Optional::stream)
                        .map(LastGood::seenAt)
                        .max(Comparator.naturalOrder());
    }

    private String capped() {
        Optional<Severity> impact = failing.stream().map(Finding::impact).reduce(Severity::worseOf);
        return impact.isEmpty() || impact.equals(result.severity())
                ? ""
                : "; would be Sev " + impact.get().level() + " for customers";
    }
}
