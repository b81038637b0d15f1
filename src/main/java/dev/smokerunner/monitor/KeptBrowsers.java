package dev.smokerunner.monitor;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import dev.smokerunner.run.Browsers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Keeps browsers from one round to the next, since to start one costs more than most rounds. Each visit has an empty profile all
 * the same; a browser that is old or has made many visits is replaced by a new one, since none is made to run for weeks.
 */
public final class KeptBrowsers implements Browsers, AutoCloseable {
    /** What Chromium keeps of a visit is small, and yet adds up: in 200 visits to about a tenth of what it starts with. */
    private static final int MOST_VISITS = 200;

    private static final Duration OLDEST = Duration.ofHours(1);

    private final Browsers browsers;
    private final LongSupplier nanoTime;
    private final Map<Key, Kept> kept = new HashMap<>();
    /** Held while one of a kind starts, which takes seconds. */
    private final Map<Key, Object> starts = new ConcurrentHashMap<>();

    private boolean closed;

    /**
     * Keeps what others start.
     *
     * @param browsers starts one
     * @param nanoTime a clock in nanoseconds that does not jump
     */
    public KeptBrowsers(Browsers browsers, LongSupplier nanoTime) {
        this.browsers = browsers;
        this.nanoTime = nanoTime;
    }

    @Override
    public Browser open(BrowserChoice choice, Optional<GridAddress> grid) throws BrowserException {
        return new Lent(lend(new Key(choice, grid)));
    }

    /** Who wants the same browser waits until it has started; who wants another one does not. */
    private Kept lend(Key key) throws BrowserException {
        synchronized (starts.computeIfAbsent(key, any -> new Object())) {
            Optional<Kept> running = running(key);
            return running.isPresent() ? running.get() : keep(key, browsers.open(key.choice, key.grid));
        }
    }

    private Optional<Kept> running(Key key) {
        Optional<Browser> over;
        synchronized (this) {
            Optional<Kept> known = Optional.ofNullable(kept.get(key));
            if (known.filter(Kept::isWornOut).isEmpty()) {
                known.ifPresent(Kept::take);
                return known;
            }
            kept.remove(key);
            over = known.flatMap(Kept::retire);
        }
        over.ifPresent(Browser::close);
        return Optional.empty();
    }

    private synchronized Kept keep(Key key, Browser browser) {
        Kept fresh = new Kept(browser, nanoTime.getAsLong());
        fresh.take();
        if (closed) {
            fresh.isRetired = true;
        } else {
            kept.put(key, fresh);
        }
        return fresh;
    }

    /** How many browsers are running. */
    public synchronized int running() {
        return kept.size();
    }

    @Override
    public void close() {
        List<Browser> over;
        synchronized (this) {
            closed = true;
            over = kept.values().stream().flatMap(one -> one.retire().stream()).toList();
            kept.clear();
        }
        over.forEach(Browser::close);
    }

    private record Key(BrowserChoice choice, Optional<GridAddress> grid) {}

    /** A browser, and how much it has done. Who is told that it is over ends it, and holds nobody up: that takes seconds. */
    private final class Kept {
        private final Browser browser;
        private final long startedAt;
        private int users;
        private int visits;
        private boolean isRetired;

        Kept(Browser browser, long startedAt) {
            this.browser = browser;
            this.startedAt = startedAt;
        }

        boolean isWornOut() {
            return visits >= MOST_VISITS || nanoTime.getAsLong() - startedAt >= OLDEST.toNanos();
        }

        void take() {
            users++;
        }

        /** It is over with its last user. */
        Optional<Browser> retire() {
            isRetired = true;
            return over();
        }

        Optional<Browser> giveBack() {
            users--;
            return over();
        }

        private Optional<Browser> over() {
            return isRetired && users == 0 ? Optional.of(browser) : Optional.empty();
        }
    }

    /** A browser as one round has it: that it is closed gives it back. */
    private final class Lent implements Browser {
        private final Kept of;
        private boolean isBack;

        Lent(Kept of) {
            this.of = of;
        }

        @Override
        public String description() {
            return of.browser.description();
        }

        @Override
        public BrowserVisit visit(VisitRequest request) throws BrowserException {
            synchronized (KeptBrowsers.this) {
                of.visits++;
            }
            return of.browser.visit(request);
        }

        @Override
        public LogInResult logIn(LogInRequest request) throws BrowserException {
            return of.browser.logIn(request);
        }

        @Override
        public void close() {
            Optional<Browser> over = Optional.empty();
            synchronized (KeptBrowsers.this) {
                if (!isBack) {
                    isBack = true;
                    over = of.giveBack();
                }
            }
            over.ifPresent(Browser::close);
        }
    }
}
