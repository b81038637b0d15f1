package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import dev.smokerunner.observe.visitor.LogInRequest;
import dev.smokerunner.observe.visitor.LogInResult;
import dev.smokerunner.run.Browsers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptBrowsersTest {
    private static final BrowserChoice CHROME = BrowserChoice.DEFAULT;

    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();

    private KeptBrowsers kept(Browsers browsers) {
        return new KeptBrowsers(browsers, now::get);
    }

    @Test
    void keepsABrowserFromOneRoundToTheNext() throws BrowserException {
        try (KeptBrowsers kept = kept((choice, grid) -> new Counted())) {
            kept.open(CHROME, Optional.empty()).close();
            kept.open(CHROME, Optional.empty()).close();

            assertThat(started).hasValue(1);
            assertThat(ended).hasValue(0);
        }
        assertThat(ended).hasValue(1);
    }

    @Test
    void replacesAnOldOneWhenItsLastRoundIsOver() throws BrowserException {
        try (KeptBrowsers kept = kept((choice, grid) -> new Counted())) {
            Browser inUse = kept.open(CHROME, Optional.empty());
            now.addAndGet(Duration.ofHours(1).toNanos());
            kept.open(CHROME, Optional.empty()).close();

            assertThat(started).hasValue(2);
            assertThat(ended).as("one is still in use").hasValue(0);
            inUse.close();
            assertThat(ended).hasValue(1);
        }
        assertThat(ended).hasValue(2);
    }

    @Test
    void startsTwoKindsAtTheSameTimeAndOneOfEach() throws Exception {
        CountDownLatch bothStart = new CountDownLatch(2);
        Browsers slow = (choice, grid) -> {
            bothStart.countDown();
            try {
                assertThat(bothStart.await(30, TimeUnit.SECONDS))
                        .as("the other one starts meanwhile")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new Counted();
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (KeptBrowsers kept = kept(slow)) {
            BrowserChoice other = CHROME.withName(BrowserChoice.Name.FIREFOX);
            Future<Browser> one = threads.submit(() -> kept.open(CHROME, Optional.empty()));
            Future<Browser> same = threads.submit(() -> kept.open(CHROME, Optional.empty()));
            Future<Browser> another = threads.submit(() -> kept.open(other, Optional.empty()));
            one.get().close();
            same.get().close();
            another.get().close();

            assertThat(started).hasValue(2);
            assertThat(kept.running()).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void holdsNobodyUpWhileABrowserEnds() throws Exception {
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (KeptBrowsers kept = kept((choice, grid) -> new Counted() {
            @Override
            public void close() {
                ending.countDown();
                try {
                    assertThat(asked.await(10, TimeUnit.SECONDS))
                            .as("others go on meanwhile")
                            .isTrue();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                super.close();
            }
        })) {
            kept.open(CHROME, Optional.empty()).close();
            now.addAndGet(Duration.ofHours(1).toNanos());
            Future<Browser> next = threads.submit(() -> kept.open(CHROME, Optional.empty()));
            ending.await();
            kept.open(CHROME.withName(BrowserChoice.Name.FIREFOX), Optional.empty())
                    .close();
            asked.countDown();
            next.get().close();

            assertThat(started).hasValue(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void endsABrowserThatStartsWhileTheMonitorEnds() throws BrowserException {
        KeptBrowsers kept = kept((choice, grid) -> new Counted());
        kept.close();

        kept.open(CHROME, Optional.empty()).close();

        assertThat(ended).hasValue(1);
        assertThat(kept.running()).isZero();
    }

    /** One that only counts. */
    private class Counted implements Browser {
        Counted() {
            started.incrementAndGet();
        }

        @Override
        public String description() {
            return "a browser";
        }

        @Override
        public BrowserVisit visit(VisitRequest request) {
            throw new AssertionError("nobody visits anything here");
        }

        @Override
        public LogInResult logIn(LogInRequest request) {
            throw new AssertionError("nobody logs in here");
        }

        @Override
        public void close() {
            ended.incrementAndGet();
        }
    }
}
