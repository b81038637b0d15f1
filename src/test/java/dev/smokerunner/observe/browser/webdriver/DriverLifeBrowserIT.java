package dev.smokerunner.observe.browser.webdriver;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.Processes;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import dev.smokerunner.standin.Tool;
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

/** Whatever happens to the driver, to its browser or to us: a clear word in good time, and nothing is left. */
@Tag("browser")
class DriverLifeBrowserIT {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Path driver;
    private Path directory;
    private FixtureSite site;
    private Optional<Browser> browser = Optional.empty();

    @BeforeEach
    void open() throws IOException {
        driver = Tool.CHROMEDRIVER.require();
        directory = Files.createTempDirectory(Path.of("/tmp"), "w");
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

    private Browser launch() throws BrowserException {
        BrowserChoice choice = BrowserChoice.DEFAULT;
        browser = Optional.of(
                WebDriverBrowsers.launch(driver, BrowserFinder.onThisMachine().find(choice), choice, directory));
        return browser.get();
    }

    private boolean nothingIsLeft() {
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty() && nothingRuns();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** The supervisor may be busy with its last look. */
    private boolean nothingRuns() {
        return Processes.mentioning(directory).stream()
                .map(Processes::commandLine)
                .allMatch(line -> line.isEmpty() || line.contains("supervise.sh"));
    }

    private static ProcessHandle driverIn(Path directory) {
        return Processes.mentioning(directory).stream()
                .filter(process -> Processes.commandLine(process).contains("--log-path="))
                .filter(process -> !Processes.commandLine(process).contains("supervise.sh"))
                .findFirst()
                .orElseThrow();
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
    void endsTheVisitAndTheBrowserWithTheDriver() throws Exception {
        CompletableFuture<Throwable> visit = visitOfASilentPage();

        Processes.signal("KILL", driverIn(directory));

        assertThat(visit.get(5, TimeUnit.SECONDS)).hasMessageContaining("ended during the visit");
        assertThat(Processes.soon(SOON, this::nothingRuns)).isTrue();
        browser.get().close();
        assertThat(nothingIsLeft()).isTrue();
    }

    @Test
    void endsTheVisitAndTheDriverWithTheBrowser() throws Exception {
        CompletableFuture<Throwable> visit = visitOfASilentPage();

        Processes.signal("KILL", Processes.browser(directory));

        assertThat(visit.get(5, TimeUnit.SECONDS)).hasMessageContaining("ended during the visit");
        browser.get().close();
        assertThat(nothingIsLeft()).isTrue();
    }

    private CompletableFuture<Throwable> visitOfASilentPage() throws BrowserException {
        Browser running = launch();
        CompletableFuture<Throwable> visit =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> running.visit(request(site.url("/slow")))));
        Processes.soon(SOON, () -> !site.asked("/slow").isEmpty());
        return visit;
    }

    @Test
    void leavesNothingWhenThisProcessIsKilled() throws Exception {
        Process holder = holder();

        Processes.signal("KILL", holder.toHandle());

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void endsAtTheNextStartWhatIsLeftWhenTheGuardsAndTheDriverWereKilledToo() throws Exception {
        Process holder = holder();
        Processes.signal("KILL", Processes.guards(directory).get(1));
        Processes.signal("KILL", holder.toHandle());
        holder.waitFor();
        Processes.signal("KILL", Processes.guards(directory).get(0));
        Processes.signal("KILL", driverIn(directory));
        assertThat(nothingRuns()).isFalse();

        launch().close();

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    private Process holder() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DriverHolder.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        CompletableFuture<Optional<String>> line =
                CompletableFuture.supplyAsync(() -> output.lines().findFirst());
        assertThat(line.get(30, TimeUnit.SECONDS)).contains("started");
        return holder;
    }

    @Test
    void quotesADriverThatDoesNotStart() {
        assertThatThrownBy(() -> WebDriverBrowsers.launch(
                        Path.of("/bin/false"), Path.of("/usr/bin/chromium"), BrowserChoice.DEFAULT, directory))
                .isInstanceOf(BrowserException.class)
                .hasMessage("the driver /bin/false could not be started: it ended at once");
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void quotesADriverThatCannotStartTheBrowser() {
        assertThatThrownBy(
                        () -> WebDriverBrowsers.launch(driver, Path.of("/bin/false"), BrowserChoice.DEFAULT, directory))
                .isInstanceOf(BrowserException.class)
                .hasMessageStartingWith(
                        "the driver " + driver + " could not start the browser /bin/false: session not created");
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }
}
