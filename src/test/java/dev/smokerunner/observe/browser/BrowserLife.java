package dev.smokerunner.observe.browser;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens to the browser or to us: a clear word in good time, and nothing is left. The same for each engine. */
@Tag("browser")
public abstract class BrowserLife {
    protected static final Duration SOON = Duration.ofSeconds(5);

    // Not JUnit's own, whose names leave no room for Chromium's socket.
    protected Path directory;
    protected FixtureSite site;
    private Optional<Browser> browser = Optional.empty();

    /** Starts a browser whose files are all in this directory. */
    protected abstract Browser start(Path parent) throws BrowserException;

    @BeforeEach
    void open() throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "s");
        site = new FixtureSite();
        site.page("/", "<p>Hi");
        site.on("/slow", site.silence());
    }

    @AfterEach
    void close() throws IOException {
        browser.ifPresent(Browser::close);
        Files.deleteIfExists(directory);
        site.close();
    }

    protected Browser launch() throws BrowserException {
        browser = Optional.of(start(directory));
        return browser.get();
    }

    protected boolean nothingIsLeft() {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty() && Processes.mentioning(directory).isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** But for the guard, which waits for the end of this process. */
    protected boolean nothingRuns() {
        return Processes.mentioning(directory).stream()
                .map(Processes::commandLine)
                .allMatch(line -> line.isEmpty() || line.contains("supervise.sh"));
    }

    protected CompletableFuture<Throwable> visitOfASilentPage(Browser running, Duration limit) {
        CompletableFuture<Throwable> visit = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> running.visit(request(site.url("/slow"), limit))));
        Processes.soon(SOON, () -> !site.asked("/slow").isEmpty());
        return visit;
    }

    @Test
    void leavesNothingWhenClosed() throws BrowserException {
        Browser running = launch();
        running.visit(request(site.url("/")));

        running.close();

        assertThat(Processes.mentioning(directory)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void canBeClosedTwice() throws BrowserException {
        Browser running = launch();
        running.close();

        running.close();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysThatTheBrowserDiedAndLeavesNothingOfItBehind() throws Exception {
        Browser running = launch();
        CompletableFuture<Throwable> visit = visitOfASilentPage(running, SOON);

        Processes.signal("KILL", Processes.browser(directory));

        assertThat(visit.get(5, TimeUnit.SECONDS))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("ended during the visit");
        running.close();
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void saysThatTheBrowserDied() throws Exception {
        Browser running = launch();
        Processes.signal("KILL", Processes.browser(directory));

        assertThatThrownBy(() -> running.visit(request(site.url("/"))))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("ended during the visit");
    }

    @Test
    void saysThatAFrozenBrowserDoesNotAnswerAndClosesIt() throws Exception {
        Browser running = launch();
        Processes.signal("STOP", Processes.browser(directory));

        assertThatThrownBy(() -> running.visit(request(site.url("/"))))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("does not answer");
        running.close();

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void tellsAFrozenBrowserFromAPageThatHangs() throws Exception {
        CompletableFuture<Throwable> visit = visitOfASilentPage(launch(), Duration.ofSeconds(2));

        Processes.signal("STOP", Processes.browser(directory));

        assertThat(visit.get(7, TimeUnit.SECONDS))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void tellsThatTheTabCrashed() throws Exception {
        site.page("/", "<p>Hi<script>'might add it'</script>");
        Browser running = launch();
        CompletableFuture<BrowserVisit> visit = CompletableFuture.supplyAsync(() -> {
            try {
                return running.visit(request(site.url("/"), Duration.ofSeconds(8), "#never"));
            } catch (BrowserException trouble) {
                throw new IllegalStateException(trouble);
            }
        });
        Processes.soon(SOON, () -> !site.asked("/favicon.ico").isEmpty());

        for (ProcessHandle page : Processes.pages()) {
            Processes.signal("KILL", page);
        }

        assertThat(visit.get(4, TimeUnit.SECONDS).ending()).isEqualTo(Ending.CRASHED);
    }

    @Test
    void leavesNothingWhenThisProcessIsKilled() throws Exception {
        Process holder = holder();

        Processes.signal("KILL", holder.toHandle());

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void leavesNothingWhenThisProcessIsTerminated() throws Exception {
        Process holder = holder();

        Processes.signal("TERM", holder.toHandle());

        assertThat(holder.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(holder.exitValue()).isEqualTo(143);
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void endsAtTheNextStartWhatIsLeftWhenTheGuardWasKilledToo() throws Exception {
        killWithGuards(holder());
        assertThat(nothingRuns()).isFalse();

        launch().close();

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    protected void killWithGuards(Process holder) throws Exception {
        Processes.signal("KILL", Processes.guards(directory).get(1));
        Processes.signal("KILL", holder.toHandle());
        holder.waitFor();
        Processes.signal("KILL", Processes.guards(directory).get(0));
    }

    /** Another process that has started such a browser. */
    protected Process holder() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrowserHolder.class.getName(),
                        getClass().getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        CompletableFuture<Optional<String>> line =
                CompletableFuture.supplyAsync(() -> output.lines().findFirst());
        assertThat(line.get(30, TimeUnit.SECONDS)).contains("started");
        assertThat(Processes.mentioning(directory)).isNotEmpty();
        return holder;
    }
}
