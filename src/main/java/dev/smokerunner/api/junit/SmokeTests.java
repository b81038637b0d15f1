package dev.smokerunner.api.junit;

import dev.smokerunner.api.Plan;
import dev.smokerunner.api.SmokeRunner;
import dev.smokerunner.result.SmokeResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests of {@link SmokeTest} for a {@code @TestFactory}, where code says what to look at.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> signup() {
 *     return SmokeTests.of(Plan.url("http://localhost:" + port + "/"));
 * }
 * }</pre>
 */
public final class SmokeTests {
    private SmokeTests() {}

    /**
     * Runs a plan, and is a test for each check on each page.
     *
     * @throws dev.smokerunner.api.InvalidPlanException if it cannot be run
     */
    public static Stream<DynamicTest> of(Plan plan) {
        return of(SmokeRunner.run(plan));
    }

    /** A test for each check on each page of a run that is over. */
    public static Stream<DynamicTest> of(SmokeResult result) {
        return CheckTest.all(result).stream().map(test -> DynamicTest.dynamicTest(test.name(), test::end));
    }
}
