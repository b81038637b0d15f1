package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The timers of a page that may still make it what it should be, as the page's own calls to set them tell.
 *
 * <p>What a timer does within half a second is waited for once; within three seconds where its own code puts something into
 * the page that is not another site's, or fills what is there. Where that code asks for data for the first time, or fills what
 * is there of a page that says that it is busy, it is waited for however late it is due: of fifty timers of four to eight
 * seconds in public code, none did either; they put messages away, watch over calls, turn carousels and greet. Code that sets
 * itself again, and an interval, are waited for only while the page grows by it: clocks, carousels and polls change a page for
 * ever and let it stay as large as it is. A timer that goes on to another page is waited for however late it is due; one that
 * repeats, as long as it counts down, and the page's text changes.
 *
 * <p>Not safe for use by several threads.
 */
public final class PageTimers {
    /** What the page calls to tell of its timers; its script takes the name away before the page's own scripts run. */
    public static final String BINDING = "smokeRunnerTimers";

    /** Runs in each document before the page's own scripts. */
    public static final String SCRIPT = InjectedScripts.read("timers.js");

    /** Longer than libraries put off their work after the load event; shorter than what people notice as a wait. */
    private static final Duration SOON = Duration.ofMillis(500);

    /** Splash screens, pictures and widgets that pages put off are rarely put off for longer. */
    private static final Duration DRAWN_SOON = Duration.ofSeconds(3);

    /** Count-downs tick each second, and what builds a page piece by piece is no slower. */
    private static final Duration TICK = Duration.ofSeconds(1);

    /** For a timer to do its work once it is due. */
    private static final Duration SLACK = Duration.ofMillis(60);

    private final Map<String, Timer> timers = new LinkedHashMap<>();
    private final Map<Long, Integer> times = new HashMap<>();
    private Look last = Look.NONE;
    private boolean isLooked;
    private Optional<Duration> grewAt = Optional.empty();
    private Optional<Duration> changedAt = Optional.empty();

    /**
     * A timer.
     *
     * @param code a name for the piece of code that it runs
     * @param isFirst whether that code had not been set before
     * @param delay how long after it was set it is due
     * @param due when it is due first, from the start of the navigation
     * @param repeats whether it is an interval
     * @param goesOn whether its code goes on to another page
     * @param draws whether its code puts something into the page, once
     * @param asks its code, where that asks for data, once; else empty
     * @param fills whether its code gives another content to what is there, once
     */
    private record Timer(
            long code,
            boolean isFirst,
            Duration delay,
            Duration due,
            boolean repeats,
            boolean goesOn,
            boolean draws,
            String asks,
            boolean fills) {
        boolean isOnce() {
            return isFirst && !repeats;
        }

        boolean isSoon() {
            Duration soon = goesOn ? TICK : (draws || fills) && isOnce() ? DRAWN_SOON : SOON;
            return delay.compareTo(soon) <= 0;
        }

        boolean isFirstDueBefore(Duration limit) {
            return due.compareTo(limit) < 0;
        }
    }

    /**
     * How a page looks.
     *
     * @param size how large it is: its elements and the length of its text
     * @param text its text in short, which differs where the text does
     * @param isBusy whether it says that it still waits for something
     */
    record Look(long size, String text, boolean isBusy) {
        private static final Look NONE = new Look(0, "", false);
    }

    /** A page called a function of ours. */
    void accept(String function, String payload, Duration now) {
        if (function.equals(BINDING)) {
            WireJson.read(payload).ifPresent(news -> told(news, now));
        }
    }

    /** A page told of a timer, or that one was cleared. */
    void told(Fields news, Duration now) {
        if (news.has("cleared")) {
            timers.remove(String.valueOf(news.copy().get("cleared")));
            return;
        }
        long code = news.number("key");
        boolean isFirst = times.merge(code, 1, Integer::sum) == 1;
        Duration delay = Duration.ofMillis(news.number("delay"));
        timers.put(
                String.valueOf(news.copy().get("id")),
                new Timer(
                        code,
                        isFirst,
                        delay,
                        now.plus(delay),
                        news.flag("repeats"),
                        news.flag("goesOn"),
                        news.flag("draws"),
                        news.textOr("asks", ""),
                        news.flag("fills")));
    }

    /** Another page came: the timers of the one before are gone. */
    void committed() {
        timers.clear();
        times.clear();
        isLooked = false;
        last = Look.NONE;
        grewAt = Optional.empty();
        changedAt = Optional.empty();
    }

    /**
     * What is waited for, now that the page was looked at.
     *
     * @param look how it looks
     * @param now the time since the navigation began
     * @param limit until when a page may become ready
     */
    Optional<Awaited> awaited(Look look, Duration now, Duration limit) {
        looked(look, now);
        timers.values().removeIf(timer -> !timer.repeats() && isOver(timer.due(), now));
        return timers.values().stream()
                .filter(timer -> timer.isFirstDueBefore(limit) && counts(timer, now))
                .findFirst()
                .map(timer -> timer.goesOn() ? new Awaited.Redirect(timer.delay()) : new Awaited.Timer());
    }

    /** The code of what is due before the limit and asks for data; it may have asked before, as polls do. */
    List<String> asking(Duration now, Duration limit) {
        return timers.values().stream()
                .filter(timer -> timer.isOnce() && !timer.asks().isEmpty())
                .filter(timer -> timer.isFirstDueBefore(limit) && !isOver(timer.due(), now))
                .map(Timer::asks)
                .distinct()
                .toList();
    }

    private void looked(Look look, Duration now) {
        if (isLooked && look.size() > last.size()) {
            grewAt = Optional.of(now);
        }
        if (isLooked && !look.text().equals(last.text())) {
            changedAt = Optional.of(now);
        }
        last = new Look(Math.max(look.size(), last.size()), look.text(), look.isBusy());
        isLooked = true;
    }

    private boolean counts(Timer timer, Duration now) {
        if (timer.goesOn() && timer.isOnce()) {
            return true;
        }
        boolean isPending = !isOver(timer.due(), now);
        boolean isContent = timer.fills() && timer.isOnce() && last.isBusy();
        if (timer.isFirst() && isPending && (timer.isSoon() || isContent)) {
            return true;
        }
        return timer.delay().compareTo(TICK) <= 0 && isGoingOn(timer, now);
    }

    /** Whether what it did last was no longer ago than it takes to do it again. */
    private boolean isGoingOn(Timer timer, Duration now) {
        Optional<Duration> effect = timer.goesOn() ? changedAt : grewAt;
        // What grows was seen at the end of a step; the next one may begin late on a busy machine.
        Duration step = timer.goesOn() ? timer.delay() : timer.delay().multipliedBy(2);
        return effect.filter(at -> !isOver(at.plus(step), now)).isPresent();
    }

    private static boolean isOver(Duration due, Duration now) {
        return now.compareTo(due.plus(SLACK)) > 0;
    }
}
