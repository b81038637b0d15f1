package dev.smokerunner.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.release.Release;
import dev.smokerunner.result.Severity;
import dev.smokerunner.tickets.TicketRule.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicketRuleTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(28));
    private static final TicketRule AT_THREE = new TicketRule(Optional.of(3), Duration.ofHours(1), Duration.ofHours(4));

    private Instant now = NOW;
    private Optional<Instant> failingSince = Optional.empty();
    private Optional<Release> release = Optional.empty();
    private final List<Arrival> arrivals = new ArrayList<>();

    /** One that came some minutes before now, and was judged two minutes after it came. */
    private TicketRuleTest came(int minutesAgo) {
        Instant at = NOW.minus(Duration.ofMinutes(minutesAgo));
        return came(at, at.plus(Duration.ofMinutes(2)));
    }

    private TicketRuleTest came(Instant at, Instant judgedAt) {
        arrivals.add(new Arrival(100 + arrivals.size(), at, judgedAt, Optional.empty()));
        return this;
    }

    private Optional<TicketAlarm> judged(TicketRule rule) {
        return rule.judge(new Situation(now, arrivals, FROM, failingSince, release));
    }

    private String summary(TicketRule rule) {
        return judged(rule).map(TicketAlarm::summary).orElse("nothing");
    }

    @Test
    void saysNothingWithoutTickets() {
        assertThat(judged(TicketRule.USUAL)).isEmpty();
        assertThat(judged(AT_THREE)).isEmpty();
    }

    @Test
    void opensAtTheNumberThatIsAskedFor() {
        came(50).came(30);
        assertThat(summary(AT_THREE)).isEqualTo("nothing");

        came(3);

        assertThat(summary(AT_THREE)).isEqualTo("3 support tickets within 60 min");
        assertThat(judged(AT_THREE)).hasValueSatisfying(alarm -> {
            assertThat(alarm.severity()).isEqualTo(Severity.SEV2);
            assertThat(alarm.tickets()).extracting(Arrival::number).containsExactly(100L, 101L, 102L);
        });
    }

    @Test
    void countsOnlyWhatComesInOneWindow() {
        assertThat(came(110).came(55).came(3).summary(AT_THREE)).isEqualTo("nothing");
    }

    @Test
    void opensAtMoreThanUsual() {
        came(40).came(20);
        assertThat(summary(TicketRule.USUAL)).isEqualTo("nothing");

        assertThat(came(5).summary(TicketRule.USUAL)).isEqualTo("3 support tickets within 60 min; usual are 0.0");
    }

    @Test
    void doesNotMindWhatIsUsual() {
        for (int minutes = 7; minutes < 28 * 24 * 60; minutes += 12) {
            came(minutes);
        }

        assertThat(summary(TicketRule.USUAL)).isEqualTo("nothing");
        assertThat(summary(AT_THREE)).as("who asks for three gets three").startsWith("5 support tickets");
    }

    @Test
    void endsAnHourAfterTheLastTicketWasRead() {
        came(50).came(30).came(5);

        now = NOW.plus(Duration.ofMinutes(56));
        assertThat(judged(AT_THREE)).isPresent();
        now = NOW.plus(Duration.ofMinutes(58));
        assertThat(judged(AT_THREE)).isEmpty();
    }

    @Test
    void seesABurstThatWasReadHoursLater() {
        Instant burst = NOW.minus(Duration.ofHours(5));
        came(burst, NOW).came(burst.plusSeconds(60), NOW).came(burst.plusSeconds(120), NOW);

        assertThat(judged(AT_THREE)).isPresent();
    }

    @Test
    void leavesAloneWhatIsOldNews() {
        Instant burst = NOW.minus(Duration.ofHours(30));
        came(burst, NOW).came(burst, NOW).came(burst, NOW);

        assertThat(judged(AT_THREE)).isEmpty();
    }

    @Test
    void takesOneTicketSeriouslyWhileTheSiteFails() {
        failingSince = Optional.of(NOW.minus(Duration.ofMinutes(20)));
        came(25);
        assertThat(judged(TicketRule.USUAL)).isEmpty();

        came(10);

        assertThat(summary(TicketRule.USUAL)).isEqualTo("1 support ticket came while the site fails");
        assertThat(judged(TicketRule.USUAL))
                .hasValueSatisfying(alarm -> assertThat(alarm.severity()).isEqualTo(Severity.SEV3));
    }

    @Test
    void takesOneTicketSeriouslyAfterARelease() {
        release = Optional.of(new Release("shop", "production", "2.4.1", NOW.minus(Duration.ofMinutes(40))));
        came(45);
        assertThat(judged(TicketRule.USUAL)).isEmpty();

        came(5);

        assertThat(summary(TicketRule.USUAL)).isEqualTo("1 support ticket came within 35 min after release 2.4.1");
    }

    @Test
    void doesNotBlameAReleaseOfLongAgo() {
        release = Optional.of(new Release("shop", "production", "2.4.1", NOW.minus(Duration.ofHours(5))));

        assertThat(came(5).judged(TicketRule.USUAL)).isEmpty();
    }

    @Test
    void doesNotBlameAReleaseForWhatComesEachHour() {
        release = Optional.of(new Release("shop", "production", "2.4.1", NOW.minus(Duration.ofMinutes(40))));
        for (int minutes = 7; minutes < 28 * 24 * 60; minutes += 60) {
            came(minutes);
        }

        assertThat(judged(TicketRule.USUAL)).isEmpty();
    }

    @Test
    void saysManyRatherThanWhen() {
        failingSince = Optional.of(NOW.minus(Duration.ofMinutes(20)));

        assertThat(came(10).came(9).came(8).summary(AT_THREE)).isEqualTo("3 support tickets within 60 min");
    }

    /** A year of a site with one ticket in two hours, by chance alone, looked at each minute that something comes. */
    @Test
    void hasAboutOneFalseAlarmAYear() {
        Random random = new Random(20261129);
        List<Arrival> year = new ArrayList<>();
        Instant at = FROM.minus(Duration.ofDays(365));
        Instant first = at;
        while (at.isBefore(NOW)) {
            at = at.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * 7200));
            year.add(new Arrival(year.size(), at, at, Optional.empty()));
        }
        int alarms = 0;
        boolean before = false;
        for (int i = 0; i < year.size(); i++) {
            Instant moment = year.get(i).at();
            if (moment.isBefore(first.plus(Duration.ofDays(28)))) {
                continue;
            }
            List<Arrival> past = year.subList(Math.max(0, i - 500), i + 1).stream()
                    .filter(one -> one.at().isAfter(moment.minus(Duration.ofDays(28))))
                    .toList();
            boolean is = TicketRule.USUAL
                    .judge(new Situation(
                            moment, past, moment.minus(Duration.ofDays(28)), Optional.empty(), Optional.empty()))
                    .isPresent();
            alarms += is && !before ? 1 : 0;
            before = is;
        }

        assertThat(alarms).isLessThanOrEqualTo(2);
    }

    @Test
    void showsASubjectOnOneLineAndNotWholeIfItIsLong() {
        String hostile = "Help\u001b[31m\n\nme \u202e" + "x".repeat(200);
        Arrival ticket = new Arrival(7, NOW, NOW, Optional.of(hostile));
        TicketAlarm alarm = new TicketAlarm(
                TicketAlarm.Reason.WHILE_FAILING, Severity.SEV3, List.of(ticket), 0, Duration.ofHours(1));

        assertThat(alarm.hint())
                .startsWith("ask support what customers see: #7 \"Help [31m me xxx")
                .endsWith("…\"")
                .hasSizeLessThan(130);
    }
}
