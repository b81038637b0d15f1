package dev.smokerunner.api.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

@Timeout(120)
class SmokeTestExtensionTest {
    private static final String CONFIG = "src/test/resources/library/circle.yaml";

    @Test
    void isATestForEachCheckOnEachPage() {
        EngineExecutionResults run = run(Well.class);

        assertThat(run.testEvents().failed().count()).isZero();
        assertThat(names(run.testEvents().succeeded().list())).contains("page-status /", "script-tag /");
        assertThat(run.testEvents().aborted().list())
                .filteredOn(event -> event.getTestDescriptor().getDisplayName().equals("element /"))
                .singleElement()
                .satisfies(event -> assertThat(message(event)).contains("no element and no title is asked for"));
    }

    @Test
    void failsWithTheTextOfTheConsole() {
        EngineExecutionResults run = run(Ill.class);

        assertThat(run.testEvents().failed().list()).singleElement().satisfies(event -> {
            assertThat(event.getTestDescriptor().getDisplayName()).isEqualTo("asset-status /");
            assertThat(message(event)).contains("FAILED   asset-status", "gone.js", "expected:  ", "reproduce: ");
        });
    }

    @Test
    void sharesOneRunAmongTheTestsOfAClass() {
        Shared.SEEN.set(null);

        EngineExecutionResults run = run(Shared.class);

        assertThat(names(run.testEvents().succeeded().list())).contains("page-status /", "hasAResult(SmokeResult)");
        assertThat(Shared.SEEN.get().verdict()).isEqualTo(Verdict.PASS);
        assertThat(run.testEvents().failed().count()).isZero();
    }

    @Test
    void isNeverGreenWhereNothingWasProven() {
        assertThat(CheckTest.all(inconclusive())).last().satisfies(test -> {
            assertThat(test.name()).isEqualTo("verdict");
            assertThat(test.failure().orElseThrow()).contains("NOTHING WAS PROVEN: no page was checked");
        });
    }

    @Test
    void saysAllThatIsWrongWithAConfig() {
        assertThat(run(Wrong.class).containerEvents().failed().list())
                .singleElement()
                .satisfies(event -> assertThat(message(event)).contains("expected -e with one of well, ill"));
        assertThat(run(Bare.class).containerEvents().failed().list())
                .singleElement()
                .satisfies(event -> assertThat(message(event)).contains("expected a config or a target"));
    }

    private static SmokeResult inconclusive() {
        return new SmokeResult(
                new SmokeResult.Subject(
                        "circle",
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        "default",
                        dev.smokerunner.result.Audience.TEAM,
                        "http://127.0.0.1/"),
                java.time.Instant.EPOCH,
                java.time.Duration.ZERO,
                "0",
                Verdict.INCONCLUSIVE,
                java.util.Optional.empty(),
                java.util.Optional.of("no page was checked"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                dev.smokerunner.result.Severity.SEV3);
    }

    private static EngineExecutionResults run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static List<String> names(List<Event> events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    private static String message(Event event) {
        return event.getPayload(org.junit.platform.engine.TestExecutionResult.class)
                .flatMap(org.junit.platform.engine.TestExecutionResult::getThrowable)
                .map(Throwable::getMessage)
                .map(Objects::toString)
                .orElse("");
    }

    static class Well {
        @SmokeTest(value = CONFIG, environment = "well")
        void circle() {}
    }

    static class Ill {
        @SmokeTest(value = CONFIG, environment = "ill")
        void circle() {}
    }

    static class Wrong {
        @SmokeTest(CONFIG)
        void circle() {}
    }

    static class Bare {
        @SmokeTest
        void circle() {}
    }

    @SmokeTest(value = CONFIG, environment = "well")
    static class Shared {
        static final AtomicReference<SmokeResult> SEEN = new AtomicReference<>();

        @SmokeTest
        void circle(SmokeResult result) {
            assertThat(SEEN.updateAndGet(before -> before == null ? result : before))
                    .isSameAs(result);
        }

        @Test
        void hasAResult(SmokeResult result) {
            assertThat(SEEN.updateAndGet(before -> before == null ? result : before))
                    .isSameAs(result);
        }
    }
}
