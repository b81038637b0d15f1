package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.VisitRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PagesObserverTest {
    private static final Browsers NO_BROWSER = (choice, grid) -> {
        throw new BrowserException("no Chrome was found", List.of("/opt/chrome", "chromium"));
    };

    @TempDir
    private Path site;

    private final TestTime time = new TestTime();
    private final CountDownLatch never = new CountDownLatch(1);

    @BeforeEach
    void writeThePages() throws IOException {
        for (String name : List.of("index", "about", "help")) {
            Files.writeString(site.resolve(name + ".html"), "<!DOCTYPE html><title>" + name + "</title><p>" + name);
        }
    }

    @Test
    void handsOnThePagesInTheOrderOfThePlan() {
        List<String> seen =
                look(APlan.of(site).pages("help.html", "./", "about.html"), NO_BROWSER, page -> page.observation()
                        .value()
                        .map(observed ->
                                observed.document().response().orElseThrow().status() + " "
                                        + page.url().getPath())
                        .orElse("unseen"));

        assertThat(seen).containsExactly("200 /help.html", "200 /", "200 /about.html");
    }

    @Test
    void saysOfPagesThatItHadNoTimeFor() {
        Progress late = new Progress() {
            @Override
            public void stage(String what) {
                time.pass(Duration.ofHours(1));
            }
        };

        List<Captured<PageObservation>> seen = new PagesObserver(
                        APlan.of(site).pages("./", "help.html").plan(), NO_BROWSER, time.system(), late)
                .atAllPages(this::stuckWhereSeen)
                .pages();

        assertThat(seen).hasSize(2).allSatisfy(page -> assertThat(reason(page))
                .isEqualTo("the run's time limit of 120 s was over before the page had been looked at;"
                        + " raise --timeout"));
    }

    @Test
    void endsWhenItIsInterruptedAndSaysSo() {
        Thread caller = Thread.currentThread();

        List<Captured<PageObservation>> seen = look(APlan.of(site).pages("./", "help.html"), NO_BROWSER, page -> {
            // One page alone: a second interrupt could come when the caller has gone on to another test.
            if (page.observation().value().isPresent() && page.url().getPath().equals("/")) {
                caller.interrupt();
            }
            return stuckWhereSeen(page);
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).hasSize(2).allSatisfy(page -> assertThat(reason(page)).isEqualTo("the run was interrupted"));
    }

    @Test
    void leavesTheOtherPagesAloneWhenOneCannotBeJudged() {
        List<String> said = look(APlan.of(site).pages("./", "help.html"), NO_BROWSER, page -> {
            boolean isSeen = page.observation().value().isPresent();
            if (isSeen && page.url().getPath().equals("/")) {
                throw new IllegalStateException("oops");
            }
            return isSeen ? "seen" : reason(page.observation());
        });

        assertThat(said)
                .containsExactly(
                        "looking at the page failed, which is a bug: java.lang.IllegalStateException: oops", "seen");
    }

    @Test
    void believesNothingOfAPackageThatChanged() {
        List<Captured<PageObservation>> seen = look(APlan.of(site), NO_BROWSER, page -> {
            write(site.resolve("new.html"));
            return page.observation();
        });

        assertThat(seen).singleElement().satisfies(page -> assertThat(reason(page))
                .startsWith("the package changed while it was checked"));
    }

    @Test
    void saysWhyAPackageCannotBeOpened() {
        PagesObserver.Sight<Captured<PageObservation>> sight = new PagesObserver(
                        APlan.of(site.resolve("gone")).plan(), NO_BROWSER, time.system(), Progress.SILENT)
                .atAllPages(SeenPage::observation);

        assertThat(sight.site()).isEmpty();
        assertThat(sight.pages()).singleElement().satisfies(page -> assertThat(reason(page))
                .contains("gone"));
    }

    @Test
    void looksWithoutABrowserThatDoesNotStart() {
        List<Captured<BrowserVisit>> visits = look(
                APlan.of(site).withBrowser(),
                NO_BROWSER,
                page -> page.observation().value().orElseThrow().browser());

        assertThat(visits)
                .containsExactly(Captured.unseen("no Chrome was found; tried: /opt/chrome; chromium", Fault.TOOL));
    }

    @Test
    void startsNoBrowserThatIsSwitchedOff() {
        AtomicInteger started = new AtomicInteger();

        look(
                APlan.of(site),
                (choice, grid) -> {
                    started.incrementAndGet();
                    throw new BrowserException("not asked for", List.of());
                },
                page -> page);

        assertThat(started).hasValue(0);
    }

    @Test
    void endsTheBrowserWhenTheLastPageHasBeenLookedAt() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);

        look(APlan.of(site).withBrowser(), (choice, grid) -> new DyingBrowser(closed), page -> page);

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private <T> List<T> look(APlan plan, Browsers browsers, Function<SeenPage, T> judge) {
        return new PagesObserver(plan.plan(), browsers, time.system(), Progress.SILENT)
                .atAllPages(judge)
                .pages();
    }

    private Captured<PageObservation> stuckWhereSeen(SeenPage page) {
        if (page.observation().value().isPresent()) {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return page.observation();
    }

    private static String reason(Captured<PageObservation> page) {
        return page instanceof Captured.Unseen<PageObservation> unseen ? unseen.reason() : "it was seen";
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "<!DOCTYPE html><title>New</title>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record DyingBrowser(CountDownLatch closed) implements Browser {
        @Override
        public String description() {
            return "a browser";
        }

        @Override
        public BrowserVisit visit(VisitRequest request) throws BrowserException {
            throw new BrowserException("it died", List.of());
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
