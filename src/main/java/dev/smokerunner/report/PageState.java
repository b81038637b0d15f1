package dev.smokerunner.report;

import dev.smokerunner.report.html.Rating;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;

/** How one page did in a run, as one browser saw it. */
enum PageState {
    /** Nothing that fails the run was found on it. */
    OK,
    /** Something was. */
    FAILED,
    /** Nothing was, and not all could be judged. */
    ERRORED;

    static PageState of(PageResult page, SmokeResult result) {
        if (result.findings().stream().filter(result::fails).anyMatch(finding -> isOn(page, finding))) {
            return FAILED;
        }
        boolean errored = page.checks().stream().anyMatch(check -> check.outcome() == Outcome.ERRORED);
        return errored ? ERRORED : OK;
    }

    Rating rating() {
        return switch (this) {
            case OK -> Rating.GOOD;
            case FAILED -> Rating.BAD;
            case ERRORED -> Rating.UNSURE;
        };
    }

    /** Whether a finding was made on a page, by the browser that saw it. */
    static boolean isOn(PageResult page, Finding finding) {
        return finding.pages().contains(page.url())
                && (finding.browsers().isEmpty()
                        || page.browser().filter(finding.browsers()::contains).isPresent());
    }
}
