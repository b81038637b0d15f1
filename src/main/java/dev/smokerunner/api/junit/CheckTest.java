package dev.smokerunner.api.junit;

import dev.smokerunner.report.ResultText;
import dev.smokerunner.report.TestCase;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * How the test of one check on one page ends.
 *
 * @param name unique among those of a run, e.g. {@code script-tag /signup/}
 * @param failure what fails it; absent where nothing does
 * @param abortion why it proves nothing; absent where it does
 */
record CheckTest(String name, Optional<String> failure, Optional<String> abortion) {
    /** The test of what no check tells. */
    private static final String VERDICT = "verdict";

    /** The tests of a result: one fails unless it passed. */
    static List<CheckTest> all(SmokeResult result) {
        List<CheckTest> tests = new ArrayList<>();
        TestCase.of(result).stream()
                .filter(one -> !one.type().equals(TestCase.RUN))
                .map(one -> of(one, result))
                .forEach(tests::add);
        boolean isTold = tests.stream().anyMatch(test -> test.failure().isPresent());
        if (result.verdict() != Verdict.PASS && !isTold) {
            tests.add(new CheckTest(VERDICT, Optional.of(ResultText.of(result)), Optional.empty()));
        }
        return tests;
    }

    private static CheckTest of(TestCase one, SmokeResult result) {
        if (!one.failing().isEmpty()) {
            return new CheckTest(one.name(), Optional.of(ResultText.of(one.failing(), result)), Optional.empty());
        }
        Optional<String> unjudged = one.error().map(reason -> "could not be judged: " + reason);
        return new CheckTest(one.name(), Optional.empty(), unjudged.or(one::skipped));
    }

    /** Ends as it must. The place in our code says nothing, so that none is told. */
    void end() {
        if (failure.isPresent()) {
            AssertionError failed = new AssertionError(failure.get());
            failed.setStackTrace(new StackTraceElement[0]);
            throw failed;
        }
        if (abortion.isPresent()) {
            TestAbortedException aborted = new TestAbortedException(abortion.get());
            aborted.setStackTrace(new StackTraceElement[0]);
            throw aborted;
        }
    }
}
