package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A site is looked at each minute and a round takes two at most: three of these are nine minutes. */
class WatchdogTest {
    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

    private final ScriptedSite site = new ScriptedSite();
    private final Watchdog watchdog = new Watchdog("host1", () -> List.of(site.watched()), site.log(), START);

    private void checkAfter(int minutes) {
        watchdog.check(START.plus(Duration.ofMinutes(minutes)));
    }

    @Test
    void isSilentWhileRoundsEnd() {
        checkAfter(9);
        watchdog.roundEnded(START.plus(Duration.ofMinutes(9)));
        checkAfter(18);

        assertThat(site.sent).isEmpty();
    }

    @Test
    void tellsOnceThatNoneEndsAndOnceThatTheyDoAgain() {
        checkAfter(10);
        checkAfter(11);
        watchdog.roundEnded(START.plus(Duration.ofMinutes(12)));
        checkAfter(12);
        checkAfter(13);

        String what = "no round of the monitor on host1 has ended since 2026-03-04T10:00:00Z";
        assertThat(site.sent).containsExactly("OPENED: [" + what + "]", "RESOLVED: [" + what + "]");
        assertThat(site.said).containsExactly(what, "rounds of the monitor end again");
    }

    @Test
    void tellsAgainWhomItDidNotReach() {
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        checkAfter(10);
        checkAfter(11);
        assertThat(site.sent).isEmpty();
        checkAfter(12);
        site.answers.add(new Delivery.Delayed("status 503", Optional.empty()));
        watchdog.roundEnded(START.plus(Duration.ofMinutes(12)));
        checkAfter(13);
        checkAfter(14);
        checkAfter(15);

        String what = "no round of the monitor on host1 has ended since 2026-03-04T10:00:00Z";
        assertThat(site.sent).containsExactly("OPENED: [" + what + "]", "RESOLVED: [" + what + "]");
        assertThat(site.said)
                .containsExactly(
                        what,
                        "and that did not reach slack: not taken now (status 503)",
                        "rounds of the monitor end again",
                        "and that did not reach slack: not taken now (status 503)");
    }

    @Test
    void doesNotTellAgainWhoRefuses() {
        site.answers.add(new Delivery.Refused("status 404"));
        checkAfter(10);
        checkAfter(11);
        watchdog.roundEnded(START.plus(Duration.ofMinutes(12)));
        checkAfter(12);

        assertThat(site.sent).isEmpty();
        assertThat(site.said).contains("and that did not reach slack: refused (status 404)");
    }

    @Test
    void isSilentWhereNothingIsWatched() {
        Watchdog idle = new Watchdog("host1", List::of, site.log(), START);
        idle.check(START.plus(Duration.ofDays(1)));

        assertThat(site.said).isEmpty();
    }
}
