package dev.smokerunner.observe.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BrowserPoolTest {
    private static final VisitRequest PAGE = new VisitRequest(
            URI.create("http://site.example/"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            List.of(),
            List.of(),
            url -> true);

    private final List<FakeBrowser> launched = new CopyOnWriteArrayList<>();

    private Browser browser(FakeBrowser.Act act) {
        FakeBrowser browser = new FakeBrowser(act);
        launched.add(browser);
        return browser;
    }

    /** Visits that go on only when so many are under way. */
    private static FakeBrowser.Act of(int visits) {
        CyclicBarrier barrier = new CyclicBarrier(visits);
        return () -> {
            try {
                barrier.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new BrowserException("alone", alone);
            }
        };
    }

    private static CompletableFuture<List<String>> notes(BrowserPool pool) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return pool.visit(PAGE).notes();
            } catch (BrowserException trouble) {
                throw new IllegalStateException(trouble);
            }
        });
    }

    @Test
    void startsAsManyBrowsersAsVisitsAreUnderWay() throws Exception {
        FakeBrowser.Act three = of(3);
        try (BrowserPool pool = new BrowserPool(() -> browser(three), 5)) {
            assertThat(launched).hasSize(1);

            List<CompletableFuture<List<String>>> visits = List.of(notes(pool), notes(pool), notes(pool));

            for (CompletableFuture<List<String>> visit : visits) {
                assertThat(visit.get()).isEmpty();
            }
            assertThat(launched).hasSize(3);
        }
        assertThat(launched).allMatch(FakeBrowser::isClosed);
    }

    @Test
    void usesABrowserAgainThatIsIdle() throws BrowserException {
        try (BrowserPool pool = new BrowserPool(() -> browser(of(1)), 5)) {
            pool.visit(PAGE);
            pool.visit(PAGE);
        }
        assertThat(launched).hasSize(1);
    }

    @Test
    void makesAVisitAgainUnderWhichItsBrowserDied() throws BrowserException {
        AtomicInteger visits = new AtomicInteger();
        FakeBrowser.Act diesOnce = () -> {
            if (visits.getAndIncrement() == 0) {
                throw new BrowserException("the browser ended during the visit", List.of());
            }
        };
        try (BrowserPool pool = new BrowserPool(() -> browser(diesOnce), 5)) {
            assertThat(pool.visit(PAGE).notes())
                    .containsExactly("the visit was made again, because the browser ended during the visit");
        }
        assertThat(launched).hasSize(2);
    }

    @Test
    void givesUpAVisitUnderWhichTwoBrowsersDied() throws BrowserException {
        FakeBrowser.Act dies = () -> {
            throw new BrowserException("the browser ended during the visit", List.of());
        };
        try (BrowserPool pool = new BrowserPool(() -> browser(dies), 5)) {
            assertThatThrownBy(() -> pool.visit(PAGE)).hasMessage("the browser ended during the visit");
        }
        assertThat(launched).hasSize(2);
    }

    @Test
    void makesDoWithThoseThatAreThereWhereNoMoreCanBeHad() throws Exception {
        CountDownLatch refused = new CountDownLatch(1);
        Browser only = browser(() -> {
            try {
                refused.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
        AtomicInteger asked = new AtomicInteger();
        RestartingBrowser.Launch launch = () -> {
            if (asked.getAndIncrement() > 0) {
                refused.countDown();
                throw new BrowserException("no slot", List.of());
            }
            return only;
        };
        try (BrowserPool pool = new BrowserPool(launch, 2)) {
            CompletableFuture<List<String>> first = notes(pool);
            CompletableFuture<List<String>> second = notes(pool);

            assertThat(first.get(5, TimeUnit.SECONDS)).isEmpty();
            assertThat(second.get(5, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void saysWhyNoBrowserIsLeftWhereTheLastOneDied() throws BrowserException {
        FakeBrowser.Act dies = () -> {
            throw new BrowserException("the browser ended during the visit", List.of());
        };
        RestartingBrowser.Launch onlyOnce = () -> {
            if (!launched.isEmpty()) {
                throw new BrowserException("the Grid does not answer", List.of());
            }
            return browser(dies);
        };
        try (BrowserPool pool = new BrowserPool(onlyOnce, 2)) {
            assertThatThrownBy(() -> pool.visit(PAGE)).hasMessage("the Grid does not answer");
        }
    }

    @Test
    void saysWhyNotEvenOneCouldBeStarted() {
        RestartingBrowser.Launch none = () -> {
            throw new BrowserException("no slot", List.of());
        };

        assertThatThrownBy(() -> new BrowserPool(none, 2)).hasMessage("no slot");
    }

    @Test
    void refusesAVisitOnceItIsClosed() throws BrowserException {
        BrowserPool pool = new BrowserPool(() -> browser(of(1)), 1);
        pool.close();

        assertThatThrownBy(() -> pool.visit(PAGE)).hasMessageContaining("closed before the visit");
    }
}
