package dev.smokerunner.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.anomaly.Departure.Kind;
import dev.smokerunner.anomaly.season.WallClock;
import dev.smokerunner.result.Severity;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests per minute. */
class JudgeOfCountsTest {
    private static final int NOON = 12 * 60;

    @Test
    void saysNothingWhileItKnowsTooLittle() {
        Numbers requests = new Numbers(Measure.COUNTS).counts(15, at -> 100);

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(requests.newest().expected()).isEmpty();
    }

    @Test
    void findsNothingInHealthyWeeks() {
        Numbers requests = new Numbers(Measure.COUNTS).counts(5 * Numbers.WEEK, at -> Numbers.shop(at, 300));

        assertThat(requests.anomalies()).isEmpty();
        assertThat(requests.newest().outcome()).isEqualTo(Outcome.USUAL);
    }

    @Test
    void tellsOfADropToZeroInTheSecondMinuteOfABusySite() {
        Numbers requests = busy().add(2, at -> 0);

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.ANOMALY);
        assertThat(requests.newest().departure()).hasValueSatisfying(departure -> {
            assertThat(departure.kind()).isEqualTo(Kind.ZERO);
            assertThat(departure.severity()).isEqualTo(Severity.SEV2);
            assertThat(departure.change()).isEqualTo(-1);
        });
    }

    @Test
    void tellsOfADropToZeroOnASmallSiteWithinHalfAnHourByDay() {
        Numbers requests = quiet(3 * Numbers.WEEK + NOON).add(30, at -> 0);

        assertThat(requests.newest().departure().map(Departure::kind)).contains(Kind.ZERO);
    }

    @Test
    void tellsOfAThirdOfTheFewVisitorsOfASmallSiteWithinTheHour() {
        Numbers requests = small(4 * Numbers.WEEK + NOON).counts(60, at -> 0.3 * Numbers.shop(at, 3));

        assertThat(requests.all()
                        .subList(4 * Numbers.WEEK + NOON, requests.all().size()))
                .anySatisfy(judgement -> assertThat(judgement.outcome()).isEqualTo(Outcome.ANOMALY));
    }

    @Test
    void findsSomethingInAHealthyWeekOfASmallSiteLessThanOnce() {
        Numbers requests = new Numbers(Measure.COUNTS).counts(8 * Numbers.WEEK, at -> Numbers.shop(at, 3));

        assertThat(requests.anomalies()).hasSizeLessThan(6);
    }

    @Test
    void tellsOfAReleaseThatLosesVisitorsOfASmallSite() {
        Numbers requests =
                small(4 * Numbers.WEEK + 9 * 60).release("2.4.1").counts(4 * 60, at -> 0.55 * Numbers.shop(at, 3));

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.ANOMALY);
        assertThat(requests.newest().release().map(Release::version)).contains("2.4.1");
    }

    @Test
    void isNotMovedByReleasesThatChangeNothing() {
        Numbers requests = small(4 * Numbers.WEEK);
        for (int day = 0; day < 10; day++) {
            requests.release("2." + day).counts(Numbers.DAY + 100, at -> Numbers.shop(at, 3));
        }

        assertThat(requests.anomalies())
                .noneSatisfy(episode -> assertThat(episode.departure().kind()).isEqualTo(Kind.STEP));
    }

    @Test
    void judgesByNewNumbersAgainWhenAnAnomalyIsOver() {
        // Five times as many for hours: what was found of that long before it was sure must not stay in the windows.
        Numbers requests = small(4 * Numbers.WEEK + NOON)
                .counts(5 * 60, at -> 5 * Numbers.shop(at, 3))
                .counts(6 * 60, at -> Numbers.shop(at, 3));

        assertThat(requests.all()
                        .subList(requests.all().size() - 3 * 60, requests.all().size()))
                .allSatisfy(judgement -> assertThat(judgement.outcome()).isEqualTo(Outcome.USUAL));
    }

    @Test
    void takesAQuietHourOfTheNightOnASmallSiteForUsual() {
        Numbers requests = quiet(3 * Numbers.WEEK + 2 * 60).add(60, at -> 0);

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.USUAL);
    }

    @Test
    void tellsOfADropToAThirdWithinThreeMinutesWithWhatWasExpected() {
        Numbers requests = busy().counts(3, at -> Numbers.shop(at, 300) / 3);

        Departure departure = requests.newest().departure().orElseThrow();
        assertThat(requests.newest().outcome()).isEqualTo(Outcome.ANOMALY);
        assertThat(departure.kind()).isEqualTo(Kind.DROP);
        assertThat(departure.actual() / departure.expected().typical()).isBetween(0.25, 0.42);
        assertThat(requests.all().get(requests.all().size() - 3).votes()).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void isOverThreeMinutesAfterItIsAsExpectedAgain() {
        Numbers requests = busy().add(10, at -> 0).counts(4, at -> Numbers.shop(at, 300));

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.USUAL);
        assertThat(requests.anomalies())
                .singleElement()
                .satisfies(episode -> assertThat(episode.departure().kind()).isEqualTo(Kind.ZERO));
    }

    @Test
    void tellsNobodyOfMoreVisitorsThanExpected() {
        Numbers requests = busy().counts(20, at -> 3 * Numbers.shop(at, 300));

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.UNUSUAL);
        assertThat(requests.newest().departure().map(Departure::severity)).contains(Severity.SEV5);
    }

    @Test
    void comparesAHolidayThatItIsToldOfWithADayOfRest() {
        Numbers requests = untilAHoliday(300, 1).counts(Numbers.DAY, at -> 0.8 * Numbers.holiday(at, 300));

        assertThat(requests.anomalies()).isEmpty();
    }

    @Test
    void tellsOfADropToAThirdOnAHolidayToo() {
        Numbers requests = untilAHoliday(300, 1)
                .counts(NOON, at -> 0.9 * Numbers.holiday(at, 300))
                .counts(5, at -> 0.3 * Numbers.holiday(at, 300));

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.ANOMALY);
    }

    /** By then it is known what it has, even where the days before it had less than usual. */
    @Test
    void tellsOfADropInTheSecondHourOfAHolidayWithinThreeMinutes() {
        Numbers requests = untilAHoliday(3000, 0.6)
                .counts(90, at -> Numbers.holiday(at, 3000))
                .counts(3, at -> 0.3 * Numbers.holiday(at, 3000));

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.ANOMALY);
    }

    /** How little the holiday had says nothing of it. */
    @Test
    void tellsOfADropInTheNightAfterAHolidayWithinThreeMinutes() {
        Numbers requests = untilAHoliday(3000, 1)
                .counts(Numbers.DAY, at -> 0.5 * Numbers.holiday(at, 3000))
                .counts(30, at -> Numbers.shop(at, 3000))
                .counts(3, at -> 0.4 * Numbers.shop(at, 3000));

        assertThat(requests.newest().outcome()).isEqualTo(Outcome.ANOMALY);
    }

    /** Five weeks and two days of usual ones, of which the last has so many times what is usual, and a Wednesday on which people rest. */
    private static Numbers untilAHoliday(double peak, double last) {
        LocalDate start = LocalDate.ofInstant(Numbers.START, ZoneOffset.UTC);
        return new Numbers(Measure.COUNTS, new WallClock(ZoneOffset.UTC, Set.of(start.plusDays(37))))
                .counts(5 * Numbers.WEEK + Numbers.DAY, at -> Numbers.shop(at, peak))
                .counts(Numbers.DAY, at -> last * Numbers.shop(at, peak));
    }

    @Test
    void findsThatAHolidayThatNobodyNamedIsLikeOneButNotThatNothingComes() {
        Numbers holiday = new Numbers(Measure.COUNTS)
                .counts(5 * Numbers.WEEK + 2 * Numbers.DAY, at -> Numbers.shop(at, 300))
                .counts(NOON, at -> Numbers.holiday(at, 300));
        assertThat(holiday.newest().outcome()).isEqualTo(Outcome.USUAL);

        holiday.add(3, at -> 0);
        assertThat(holiday.newest().outcome()).isEqualTo(Outcome.ANOMALY);
    }

    @Test
    void tellsOfAReleaseThatCameShortlyBefore() {
        Numbers requests =
                busy().release("2.4.1").counts(10, at -> Numbers.shop(at, 300)).add(3, at -> 0);

        assertThat(requests.newest().release().map(Release::version)).contains("2.4.1");
    }

    /** Weeks of a busy shop, until a Monday's noon. */
    private static Numbers busy() {
        return new Numbers(Measure.COUNTS).counts(3 * Numbers.WEEK + NOON, at -> Numbers.shop(at, 300));
    }

    private static Numbers small(int minutes) {
        return new Numbers(Measure.COUNTS).counts(minutes, at -> Numbers.shop(at, 3));
    }

    private static Numbers quiet(int minutes) {
        return new Numbers(Measure.COUNTS).counts(minutes, at -> Numbers.shop(at, 1));
    }
}
