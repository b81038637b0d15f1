package dev.smokerunner.report;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of several browsers saw what, in words. */
final class BrowserWords {
    private final SmokeResult result;
    private final List<String> all;

    BrowserWords(SmokeResult result) {
        this.result = result;
        all = result.pages().stream()
                .map(PageResult::browser)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** How many there were; none where there was only one, which needs no name. */
    int count() {
        return all.size();
    }

    /** Who saw a finding, where that was not everybody: {@code only in Firefox}, {@code in Firefox; Chrome could not look}. */
    String few(Finding finding) {
        if (finding.browsers().isEmpty()) {
            return "";
        }
        List<String> others =
                all.stream().filter(name -> !finding.browsers().contains(name)).toList();
        List<String> blind =
                others.stream().filter(name -> !hasLooked(name, finding)).toList();
        return (blind.equals(others) ? "in " : "only in ")
                + listed(finding.browsers())
                + (blind.isEmpty() ? "" : "; " + listed(blind) + " could not look");
    }

    /** Who saw a finding. */
    String everybody(Finding finding) {
        return finding.browsers().isEmpty() && !all.isEmpty() ? "in " + listed(all) : few(finding);
    }

    /** Whether a browser saw enough of each of its pages to find it there. */
    private boolean hasLooked(String browser, Finding finding) {
        return result.pages().stream()
                .filter(page -> page.browser().filter(browser::equals).isPresent())
                .filter(page -> finding.pages().contains(page.url()))
                .allMatch(page -> checks(page, finding)
                        .anyMatch(check -> check.outcome() == Outcome.PASSED || check.outcome() == Outcome.FAILED));
    }

    private static Stream<CheckResult> checks(PageResult page, Finding finding) {
        return page.checks().stream().filter(check -> check.check().equals(finding.check()));
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
