package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Several browsers behind the one port, each for one visit at a time, started when they are first needed.
 *
 * <p>A visit under which its browser dies is made again, once, by another one. The dead one is replaced only where no other is
 * left: its machine is most likely gone, and to wait for a new one takes longer than to make do.
 */
public final class BrowserPool implements Browser {
    private final RestartingBrowser.Launch launch;
    private final Browser first;
    private final List<Browser> all = new ArrayList<>();
    private final Deque<Browser> idle = new ArrayDeque<>();
    private int most;
    private int started = 1;
    private boolean closed;

    /**
     * Starts the first browser.
     *
     * @param launch starts one
     * @param most how many at the same time; fewer where no more can be had
     * @throws BrowserException if not even one could be started
     */
    public BrowserPool(RestartingBrowser.Launch launch, int most) throws BrowserException {
        this.launch = launch;
        this.most = Math.max(1, most);
        this.first = launch.launch();
        all.add(first);
        idle.add(first);
    }

    @Override
    public String description() {
        return first.description();
    }

    @Override
    public BrowserVisit visit(VisitRequest request) throws BrowserException {
        try {
            return visitOnce(request);
        } catch (BrowserException trouble) {
            return visitOnce(request).withNote("the visit was made again, because " + trouble.getMessage());
        }
    }

    /** Is not made again: a log-in that broke off may have counted, and the third may lock somebody out. */
    @Override
    public LogInResult logIn(LogInRequest request) throws BrowserException {
        return using(request.page(), browser -> browser.logIn(request));
    }

    private BrowserVisit visitOnce(VisitRequest request) throws BrowserException {
        return using(request.url(), browser -> browser.visit(request));
    }

    private <T> T using(URI page, Use<T> use) throws BrowserException {
        Browser browser = take(page);
        try {
            T result = use.of(browser);
            giveBack(browser);
            return result;
        } catch (BrowserException dead) {
            fewer();
            browser.close();
            throw dead;
        }
    }

    private Browser take(URI page) throws BrowserException {
        while (true) {
            Optional<Browser> free = idleUnlessOneMayStart(page);
            if (free.isPresent()) {
                return free.get();
            }
            try {
                return added(launch.launch());
            } catch (BrowserException none) {
                if (fewer() == 0) {
                    throw none;
                }
            }
        }
    }

    /** Waits for a browser; absent where the caller may start one more. */
    private synchronized Optional<Browser> idleUnlessOneMayStart(URI page) throws BrowserException {
        try {
            while (idle.isEmpty() && started >= most && !closed) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserException("the visit of " + page + " was interrupted", interrupted);
        }
        if (closed) {
            throw new BrowserException("the browsers were closed before the visit of " + page, List.of());
        }
        if (idle.isEmpty()) {
            started++;
            return Optional.empty();
        }
        return Optional.of(idle.pop());
    }

    private synchronized Browser added(Browser browser) {
        all.add(browser);
        if (closed) {
            browser.close();
        }
        return browser;
    }

    /** One is dead, or somebody else had the last slot: those that are there have to do. Says how many they are. */
    private synchronized int fewer() {
        started--;
        most = Math.max(1, started);
        notifyAll();
        return started;
    }

    private synchronized void giveBack(Browser browser) {
        idle.push(browser);
        notifyAll();
    }

    /** What is done with one of the browsers. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Browser browser) throws BrowserException;
    }

    @Override
    public void close() {
        List<Browser> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(all);
            notifyAll();
        }
        last.parallelStream().forEach(Browser::close);
    }
}
