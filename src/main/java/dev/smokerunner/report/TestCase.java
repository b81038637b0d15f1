package dev.smokerunner.report;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import dev.smokerunner.result.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One test case of the formats that know tests: a check on a page, a check on the whole run, or the run itself.
 *
 * @param name unique within its suite
 * @param type the check
 * @param time what the page took; zero but for a page's first case, so that the sum is right
 * @param failing what fails the run
 * @param notes what was found and does not fail the run
 * @param error why it could not be judged
 * @param skipped why it was not judged, or which case tells what it found
 */
public record TestCase(
        String name,
        String type,
        Duration time,
        List<Finding> failing,
        List<Finding> notes,
        Optional<String> error,
        Optional<String> skipped) {
    /** The type of the case of the run itself. */
    public static final String RUN = "smoke run";

    /** Copies the lists. */
    public TestCase {
        failing = List.copyOf(failing);
        notes = List.copyOf(notes);
    }

    /** The cases of a result: a failed run has a failed one, and an inconclusive run one with an error. */
    public static List<TestCase> of(SmokeResult result) {
        List<TestCase> cases = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (PageResult page : result.pages()) {
            Duration time = took(page.timings());
            for (CheckResult check : page.checks()) {
                String seen = page.browser().map(browser -> " in " + browser).orElse("");
                String name = unique(XmlText.field(check.check() + " " + path(page.url()) + seen), names);
                cases.add(of(result, check, name, time));
                time = Duration.ZERO;
            }
        }
        Set<String> judgedOnPages = result.pages().stream()
                .flatMap(page -> page.checks().stream())
                .map(CheckResult::check)
                .collect(Collectors.toSet());
        for (CheckResult check : result.checks()) {
            if (!judgedOnPages.contains(check.check())) {
                cases.add(of(result, check, unique(check.check(), names), Duration.ZERO));
            }
        }
        theRunItself(result, cases).ifPresent(cases::add);
        return cases;
    }

    private static TestCase of(SmokeResult result, CheckResult check, String name, Duration time) {
        return new TestCase(
                name,
                check.check(),
                time,
                check.findings().stream().filter(result::fails).toList(),
                check.findings().stream()
                        .filter(finding -> !result.fails(finding))
                        .toList(),
                check.reason().filter(reason -> check.outcome() == Outcome.ERRORED),
                // Failed as well where another check tells it: one cause is one failed case.
                check.reason().filter(reason -> check.outcome() != Outcome.ERRORED));
    }

    /** A verdict that no case shows would be lost on a reader of test cases, and an empty suite reads as a pass. */
    private static Optional<TestCase> theRunItself(SmokeResult result, List<TestCase> cases) {
        Optional<TestCase> run = Optional.empty();
        if (result.verdict() == Verdict.FAIL
                && cases.stream().allMatch(shown -> shown.failing().isEmpty())) {
            List<Finding> failing = VerdictText.failing(result);
            run = Optional.of(
                    new TestCase(RUN, RUN, result.duration(), failing, List.of(), Optional.empty(), Optional.empty()));
        } else if (result.verdict() == Verdict.INCONCLUSIVE
                && cases.stream().allMatch(shown -> shown.error().isEmpty())) {
            run = Optional.of(
                    new TestCase(RUN, RUN, result.duration(), List.of(), List.of(), result.reason(), Optional.empty()));
        } else if (cases.isEmpty()) {
            run = Optional.of(new TestCase(
                    RUN, RUN, result.duration(), List.of(), List.of(), Optional.empty(), Optional.empty()));
        }
        return run;
    }

    private static Duration took(Timings timings) {
        return timings.ready()
                .or(timings::load)
                .or(timings::domContentLoaded)
                .or(timings::document)
                .orElse(Duration.ZERO);
    }

    private static String path(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }

    /** GitLab keeps only the first of two cases of one name. */
    private static String unique(String wanted, Set<String> taken) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + " (" + i + ")";
        }
        return name;
    }
}
