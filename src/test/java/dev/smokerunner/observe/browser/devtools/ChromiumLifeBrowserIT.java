package dev.smokerunner.observe.browser.devtools;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.Processes;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens to the browser or to us: a clear word in good time, and nothing is left. */
@Tag("browser")
class ChromiumLifeBrowserIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    // Not JUnit's own, whose names leave no room for Chromium's socket.
    private Path directory;
    private FixtureSite site;
    private Optional<ChromiumBrowser> browser = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        directory = Files.createTempDirectory(Path.of("/tmp"), "s");
        site = new FixtureSite();
        site.page("/", "<p>Hi");
    }

    @AfterEach
    void close() throws IOException {
        browser.ifPresent(ChromiumBrowser::close);
        Files.deleteIfExists(directory);
        site.close();
    }

    private ChromiumBrowser launch() throws BrowserException {
        BrowserChoice choice = BrowserChoice.DEFAULT;
        Path binary = BrowserFinder.onThisMachine().find(choice);
        browser = Optional.of(ChromiumBrowser.launch(binary, choice, directory));
        return browser.get();
    }

    private boolean nothingIsLeft() {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty() && Processes.mentioning(directory).isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Test
    void leavesNothingWhenClosed() throws BrowserException {
        ChromiumBrowser running = launch();
        running.visit(request(site.url("/")));

        running.close();

        assertThat(Processes.mentioning(directory)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void canBeClosedTwice() throws BrowserException {
        ChromiumBrowser running = launch();
        running.close();

        running.close();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysThatTheBrowserDiedAndLeavesNothingOfItBehind() throws Exception {
        ChromiumBrowser running = launch();
        site.on("/slow", site.silence());
        CompletableFuture<Throwable> visit =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> running.visit(request(site.url("/slow")))));
        Processes.soon(SOON, () -> !site.asked("/slow").isEmpty());

        Processes.signal("KILL", Processes.browser(directory));

        assertThat(visit.get(2, TimeUnit.SECONDS))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("ended during the visit");
        assertThat(Processes.soon(SOON, () -> Processes.mentioning(directory).stream()
                        .map(Processes::commandLine)
                        .noneMatch(line -> line.contains("--user-data-dir"))))
                .isTrue();
    }

    @Test
    void saysThatTheBrowserDied() throws Exception {
        ChromiumBrowser running = launch();
        Processes.signal("KILL", Processes.browser(directory));

        assertThatThrownBy(() -> running.visit(request(site.url("/"))))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("ended during the visit");
    }

    @Test
    void saysThatAFrozenBrowserDoesNotAnswerAndClosesIt() throws Exception {
        ChromiumBrowser running = launch();
        Processes.signal("STOP", Processes.browser(directory));

        assertThatThrownBy(() -> running.visit(request(site.url("/"))))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("does not answer");
        running.close();

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void tellsAFrozenBrowserFromAPageThatHangs() throws Exception {
        ChromiumBrowser running = launch();
        site.on("/slow", site.silence());
        Duration limit = Duration.ofSeconds(2);
        CompletableFuture<Throwable> visit = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> running.visit(request(site.url("/slow"), limit))));
        Processes.soon(SOON, () -> !site.asked("/slow").isEmpty());

        Processes.signal("STOP", Processes.browser(directory));

        assertThat(visit.get(7, TimeUnit.SECONDS))
                .isInstanceOf(BrowserException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void tellsThatTheTabCrashed() throws Exception {
        site.page("/", "<p>Hi<script>'might add it'</script>");
        ChromiumBrowser running = launch();
        CompletableFuture<BrowserVisit> visit = CompletableFuture.supplyAsync(() -> {
            try {
                return running.visit(request(site.url("/"), Duration.ofSeconds(8), "#never"));
            } catch (BrowserException trouble) {
                throw new IllegalStateException(trouble);
            }
        });
        Processes.soon(SOON, () -> !site.asked("/favicon.ico").isEmpty());

        Processes.signal("KILL", Processes.youngestRenderer());

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
        Process holder = holder();
        Processes.signal("KILL", Processes.guards(directory).get(1));
        Processes.signal("KILL", holder.toHandle());
        holder.waitFor();
        Processes.signal("KILL", Processes.guards(directory).get(0));
        assertThat(Processes.mentioning(directory)).isNotEmpty();

        launch().close();

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    private Process holder() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrowserHolder.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        CompletableFuture<Optional<String>> line =
                CompletableFuture.supplyAsync(() -> output.lines().findFirst());
        assertThat(line.get(20, TimeUnit.SECONDS)).contains("started");
        assertThat(Processes.mentioning(directory)).isNotEmpty();
        return holder;
    }

    @Test
    void saysThatABrowserEndedAtOnce() {
        assertThatThrownBy(() -> ChromiumBrowser.launch(Path.of("/bin/false"), BrowserChoice.DEFAULT, directory))
                .isInstanceOf(BrowserException.class)
                .hasMessage("the browser /bin/false could not be started: it ended at once");
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void quotesWhatABrowserSaysThatDoesNotStart() throws IOException {
        Path script = directory.resolve("broken");
        Files.writeString(script, "#!/bin/sh\necho 'libnss3.so: cannot open shared object file' >&2\nexit 127\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> ChromiumBrowser.launch(script, BrowserChoice.DEFAULT, directory))
                .hasMessageEndingWith("the browser itself says: libnss3.so: cannot open shared object file");
        Files.delete(script);
    }
}
