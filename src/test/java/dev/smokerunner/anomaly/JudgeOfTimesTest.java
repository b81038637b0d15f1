package dev.smokerunner.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.anomaly.Departure.Kind;
import dev.smokerunner.result.Severity;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Response times, a look a minute. */
class JudgeOfTimesTest {

    @Test
    void leavesASingleSlowAnswerAlone() {
        Numbers load = healthy().times(1, 3000).times(20, 400);

        assertThat(load.anomalies()).isEmpty();
    }

    @Test
    void tellsOfAnswersThatTakeThreeTimesAsLongWithinFiveMinutes() {
        Numbers load = healthy().times(5, 1200);

        assertThat(load.newest().outcome()).isEqualTo(Outcome.ANOMALY);
        assertThat(load.newest().departure()).hasValueSatisfying(departure -> {
            assertThat(departure.kind()).isEqualTo(Kind.RISE);
            assertThat(departure.severity()).isEqualTo(Severity.SEV3);
            assertThat(departure.actual()).isBetween(900.0, 1500.0);
        });
    }

    @Test
    void tellsNobodyOfQuickerAnswers() {
        Numbers load = healthy().times(60, 100);

        assertThat(load.anomalies()).isEmpty();
    }

    @Test
    void tellsOfAStepThatAReleaseMadeThoughItIsTooSmallForAnAnomalyOfItsOwn() {
        Numbers load = healthy().release("2.4.1").times(30, 520);

        Departure departure = load.newest().departure().orElseThrow();
        assertThat(load.newest().outcome()).isEqualTo(Outcome.ANOMALY);
        assertThat(departure.kind()).isEqualTo(Kind.STEP);
        assertThat(departure.change()).isBetween(0.2, 0.4);
        assertThat(departure.step()).hasValueSatisfying(step -> {
            assertThat(step.release().version()).isEqualTo("2.4.1");
            assertThat(step.low()).isGreaterThan(0.6);
        });
        assertThat(new Sentence("load", Measure.TIMES, Duration.ofMinutes(1)).of(departure, Optional.empty()))
                .startsWith("changed with release 2.4.1: load 5")
                .contains("Cliff's delta 0.", "with 95 % confidence; p < 0.000001");
    }

    @Test
    void tellsOfNoStepWhereAReleaseChangedNothing() {
        Numbers load = healthy().release("2.4.1").times(300, 400);

        assertThat(load.anomalies()).isEmpty();
    }

    @Test
    void tellsOfATrendInHours() {
        Numbers load = new Numbers(Measure.TIMES)
                .times(3 * Numbers.WEEK, 400)
                .add(12 * 60, at -> 400 * (1 + 2 * (at - 3 * Numbers.WEEK) / 720.0));

        assertThat(load.anomalies()).isNotEmpty();
    }

    @Test
    void tellsOfANumberThatIsAlwaysTheSame() {
        Numbers load = healthy().add(40, at -> 417);

        assertThat(load.newest().departure().map(Departure::kind)).contains(Kind.STUCK);
    }

    @Test
    void judgesLooksThatAreNotAtEqualDistances() {
        Judge judge = new Judge(Settings.of(Measure.TIMES, dev.smokerunner.anomaly.season.WallClock.UTC));
        Judgement last = null;
        for (int i = 0; i < 500; i++) {
            last = judge.judge(new Point(Numbers.START.plusSeconds(i * 97L + i % 7 * 13L), 400 + i % 11 * 5));
        }
        for (int i = 500; i < 506; i++) {
            last = judge.judge(new Point(Numbers.START.plusSeconds(i * 97L), 1300));
        }

        assertThat(last.outcome()).isEqualTo(Outcome.ANOMALY);
    }

    private static Numbers healthy() {
        return new Numbers(Measure.TIMES).times(2 * Numbers.DAY, 400);
    }
}
