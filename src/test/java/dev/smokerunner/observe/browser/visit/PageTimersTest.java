package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observe.browser.json.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTimersTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final PageTimers timers = new PageTimers();

    private void set(int id, int code, int delay, boolean repeats, boolean goesOn, int at) {
        Map<String, Object> news = Map.of("id", id, "key", code, "delay", delay, "repeats", repeats, "goesOn", goesOn);
        timers.told(new Fields(news), Duration.ofMillis(at));
    }

    private Optional<Awaited> lookedAt(int at, int size, String text) {
        return timers.awaited(new PageTimers.Look(size, text, false), Duration.ofMillis(at), LIMIT);
    }

    @Test
    void waitsForATimerThatIsDueSoon() {
        set(1, 1, 300, false, false, 0);

        assertThat(lookedAt(100, 5, "a")).contains(new Awaited.Timer());
        assertThat(lookedAt(500, 5, "a")).isEmpty();
    }

    @Test
    void waitsForNoTimerThatIsDueMuchLater() {
        set(1, 1, 3000, false, false, 0);

        assertThat(lookedAt(100, 5, "a")).isEmpty();
    }

    @Test
    void waitsLongerForATimerWhoseCodePutsSomethingIntoThePage() {
        timers.told(new Fields(Map.of("id", 1, "key", 1, "delay", 2500, "draws", true)), Duration.ZERO);

        assertThat(lookedAt(100, 5, "a")).contains(new Awaited.Timer());
        assertThat(lookedAt(2700, 5, "a")).isEmpty();
        timers.told(new Fields(Map.of("id", 2, "key", 2, "delay", 4000, "draws", true)), Duration.ZERO);
        assertThat(lookedAt(2800, 5, "a")).isEmpty();
    }

    @Test
    void tellsWhatWillAskForDataWithinTheLimit() {
        timers.told(new Fields(Map.of("id", 1, "key", 1, "delay", 7000, "asks", "() => ask()")), Duration.ZERO);
        timers.told(new Fields(Map.of("id", 2, "key", 2, "delay", 30000, "asks", "() => late()")), Duration.ZERO);
        timers.told(
                new Fields(Map.of("id", 3, "key", 3, "delay", 5000, "repeats", true, "asks", "() => poll()")),
                Duration.ZERO);

        assertThat(timers.asking(Duration.ofMillis(100), LIMIT)).containsExactly("() => ask()");
        assertThat(timers.asking(Duration.ofMillis(7100), LIMIT)).isEmpty();
    }

    @Test
    void waitsForWhatFillsABusyPageHoweverLateItIsDue() {
        timers.told(new Fields(Map.of("id", 1, "key", 1, "delay", 6000, "fills", true)), Duration.ZERO);

        assertThat(lookedAt(100, 5, "a")).isEmpty();
        PageTimers.Look busy = new PageTimers.Look(5, "a", true);
        assertThat(timers.awaited(busy, Duration.ofMillis(200), LIMIT)).contains(new Awaited.Timer());
        assertThat(lookedAt(300, 5, "a")).isEmpty();
    }

    @Test
    void waitsForNoTimerThatWasCleared() {
        set(1, 1, 300, false, false, 0);
        timers.told(new Fields(Map.of("cleared", 1)), Duration.ofMillis(50));

        assertThat(lookedAt(100, 5, "a")).isEmpty();
    }

    @Test
    void waitsForCodeThatSetsItselfAgainAsLongAsThePageGrows() {
        set(1, 1, 300, false, false, 0);
        lookedAt(100, 5, "a");
        set(2, 1, 300, false, false, 300);

        assertThat(lookedAt(310, 9, "ab")).contains(new Awaited.Timer());
        set(3, 1, 300, false, false, 600);
        assertThat(lookedAt(720, 9, "ab")).contains(new Awaited.Timer());
        assertThat(lookedAt(980, 9, "ab")).isEmpty();
    }

    @Test
    void waitsForNoClock() {
        set(1, 1, 200, true, false, 0);
        lookedAt(100, 5, "12:00:01");

        assertThat(lookedAt(290, 5, "12:00:02")).isEmpty();
    }

    @Test
    void waitsForATimerThatGoesOnToAnotherPageHoweverLateItIsDue() {
        set(1, 1, 5000, false, true, 0);

        assertThat(lookedAt(4900, 5, "a")).contains(new Awaited.Redirect(Duration.ofSeconds(5)));
        assertThat(lookedAt(5200, 5, "a")).isEmpty();
    }

    @Test
    void waitsForNoTimerThatIsDueAfterTheLimit() {
        set(1, 1, 20_000, false, true, 0);

        assertThat(lookedAt(100, 5, "a")).isEmpty();
    }

    @Test
    void waitsForACountDownAsLongAsItCounts() {
        set(1, 1, 1000, true, true, 0);

        assertThat(lookedAt(100, 5, "5")).isPresent();
        assertThat(lookedAt(1010, 5, "4")).isPresent();
        assertThat(lookedAt(2010, 5, "3")).isPresent();
        assertThat(lookedAt(3200, 5, "3")).isEmpty();
    }

    @Test
    void forgetsTheTimersOfThePageBefore() {
        set(1, 1, 300, false, false, 0);
        timers.committed();

        assertThat(lookedAt(100, 5, "a")).isEmpty();
    }
}
