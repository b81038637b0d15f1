package dev.smokerunner.report;

import static dev.smokerunner.report.HtmlText.text;

import dev.smokerunner.report.html.CheckView;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.SmokeResult;
import java.util.List;

/** The checks of an HTML report. */
final class HtmlChecks {
    private final SmokeResult result;

    HtmlChecks(SmokeResult result) {
        this.result = result;
    }

    List<CheckView> all() {
        return result.checks().stream().map(this::view).toList();
    }

    private CheckView view(CheckResult check) {
        boolean isNoted = VerdictText.isNoted(result, check);
        return new CheckView(
                ResultRating.of(check.outcome(), isNoted),
                check.check(),
                isNoted ? "noted" : Wording.word(check.outcome()),
                lookedAt(check),
                says(check));
    }

    private static String lookedAt(CheckResult check) {
        return switch (check.outcome()) {
            case PASSED, FAILED -> CheckSubjects.of(check.check(), check.subjects());
            case ERRORED, SKIPPED -> "";
        };
    }

    private static String says(CheckResult check) {
        return switch (check.outcome()) {
            case PASSED -> "nothing wrong";
            case FAILED ->
                check.reason()
                        .map(HtmlText::text)
                        .orElseGet(() -> Wording.count(check.findings().size(), "finding"));
            case ERRORED, SKIPPED -> text(check.reason().orElse(""));
        };
    }
}
