package dev.smokerunner.api.assertj;

import dev.smokerunner.report.ResultText;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.RequestResult;
import dev.smokerunner.result.SmokeResult;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a page, as each of the browsers saw it. All of them count what was found whatever the gate says, and none holds
 * where the checks that it stands for could not look.
 */
public final class SmokePageAssert extends AbstractAssert<SmokePageAssert, List<PageResult>> {
    /** The checks by which a script tag is whole, and its script comes, is one, and may run. */
    private static final List<String> OF_SCRIPTS =
            List.of("script-tag", "asset-status", "asset-type", "asset-body", "asset-integrity", "asset-blocked");

    private final SmokeResult result;

    SmokePageAssert(List<PageResult> pages, SmokeResult result) {
        super(pages, SmokePageAssert.class);
        this.result = result;
    }

    /**
     * Each script that it asks for comes, is whole and of a type that browsers run, and no script tag is damaged. What is wrong with
     * an asset that the browser is known to have asked for as something else does not count.
     */
    public SmokePageAssert resolvesAllScripts() {
        return holds("to resolve all scripts", OF_SCRIPTS, true);
    }

    /** Each required element can be seen, no forbidden one is there, and the title is right; the plan must ask for some. */
    public SmokePageAssert hasRequiredElements() {
        return passes("element");
    }

    /** Nothing was found on it, not even what the gate lets pass, and each check that was asked for could look. */
    public SmokePageAssert hasNoFindings() {
        List<String> all = actual.stream()
                .flatMap(page -> page.checks().stream())
                .map(CheckResult::check)
                .distinct()
                .toList();
        return holds("to have no findings", all, false);
    }

    /** This check looked, e.g. {@code api-call}, and found nothing. */
    public SmokePageAssert passes(String check) {
        return holds("to pass " + check, List.of(check), false);
    }

    private SmokePageAssert holds(String what, List<String> names, boolean isOfScripts) {
        for (PageResult page : actual) {
            List<CheckResult> checks = page.checks().stream()
                    .filter(check -> names.contains(check.check()))
                    .toList();
            List<Finding> found = checks.stream()
                    .flatMap(check -> check.findings().stream())
                    .filter(finding -> !isOfScripts || mayBeOfAScript(finding, page))
                    .toList();
            String unjudged = unjudged(checks, found.isEmpty());
            if (!found.isEmpty() || !unjudged.isEmpty()) {
                String text = Stream.of(ResultText.of(found, result), unjudged)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n"));
                throw failure("%s", "expected " + title(page) + " " + what + "\n" + text);
            }
        }
        return this;
    }

    private static String unjudged(List<CheckResult> checks, boolean isNothingFound) {
        Predicate<CheckResult> isTold =
                check -> check.outcome() == Outcome.FAILED && check.findings().isEmpty();
        List<CheckResult> silent = checks.stream()
                .filter(isTold.or(check -> check.outcome() == Outcome.ERRORED))
                .toList();
        boolean hasLooked = checks.stream()
                .anyMatch(check -> check.outcome() == Outcome.PASSED || check.outcome() == Outcome.FAILED);
        if (!hasLooked && silent.isEmpty() && isNothingFound) {
            return checks.isEmpty() ? "there is no such check" : said(checks);
        }
        return said(silent);
    }

    private static String said(List<CheckResult> checks) {
        return checks.stream()
                .map(check -> check.check() + ": " + ResultText.reason(check))
                .collect(Collectors.joining("\n"));
    }

    /** Whether it is about a script, as far as anybody knows. */
    private static boolean mayBeOfAScript(Finding finding, PageResult page) {
        List<String> kinds = page.visit().requests().stream()
                .filter(request -> request.url().toString().equals(finding.subject()))
                .map(RequestResult::kind)
                .toList();
        return kinds.isEmpty() || kinds.contains("script");
    }

    private static String title(PageResult page) {
        return page.url() + page.browser().map(browser -> " in " + browser).orElse("");
    }
}
