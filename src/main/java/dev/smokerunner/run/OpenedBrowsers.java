package dev.smokerunner.run;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observe.browser.Browser;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The browsers of a run, all started at once. Each ends when it has looked at the last page, since it takes as long to end as
 * that page takes to be judged; and all of them with the run.
 */
record OpenedBrowsers(List<Opened> all) implements AutoCloseable {

    /** Starts those of a plan. */
    static OpenedBrowsers start(Browsers browsers, SmokePlan plan, Executor background) {
        return new OpenedBrowsers(plan.viewers().stream()
                .map(viewer -> new Opened(
                        viewer,
                        new BackgroundBrowser(browsers, viewer.choice(), plan.grid(), background),
                        new AtomicInteger(plan.pages().size())))
                .toList());
    }

    @Override
    public void close() {
        all.forEach(opened -> opened.browser.close());
    }

    /**
     * One of them.
     *
     * @param viewer who it is
     * @param browser the browser, which may still be starting
     * @param left how many pages it has not looked at yet
     */
    record Opened(Viewer viewer, BackgroundBrowser browser, AtomicInteger left) {

        /** The browser, or why there is none. */
        Future<Captured<Browser>> ready() {
            return browser.browser();
        }

        /** It has looked at one more page. */
        void looked() {
            if (left.decrementAndGet() == 0) {
                browser.close();
            }
        }
    }
}
