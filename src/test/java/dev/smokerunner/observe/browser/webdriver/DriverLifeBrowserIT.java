package dev.smokerunner.observe.browser.webdriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.BrowserLife;
import dev.smokerunner.observe.browser.Processes;
import dev.smokerunner.observe.browser.local.BrowserFinder;
import dev.smokerunner.standin.Tool;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The life of a Chromium that its driver starts: what happens to the driver besides. */
class DriverLifeBrowserIT extends BrowserLife {
    private static final BrowserChoice CHOICE = BrowserChoice.DEFAULT;

    @Override
    protected Browser start(Path parent) throws BrowserException {
        return WebDriverBrowsers.launch(
                Tool.CHROMEDRIVER.require(), BrowserFinder.onThisMachine().find(CHOICE), CHOICE, parent);
    }

    private ProcessHandle driver() {
        return Processes.mentioning(directory).stream()
                .filter(process -> Processes.commandLine(process).contains("--log-path="))
                .filter(process -> !Processes.commandLine(process).contains("supervise.sh"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void endsTheVisitAndTheBrowserWithTheDriver() throws Exception {
        Browser running = launch();
        CompletableFuture<Throwable> visit = visitOfASilentPage(running, SOON);

        Processes.signal("KILL", driver());

        assertThat(visit.get(5, TimeUnit.SECONDS)).hasMessageContaining("ended during the visit");
        assertThat(Processes.soon(SOON, this::nothingRuns)).isTrue();
        running.close();
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void endsAtTheNextStartWhatIsLeftWhenTheGuardsAndTheDriverWereKilledToo() throws Exception {
        killWithGuards(holder());
        Processes.signal("KILL", driver());
        assertThat(nothingRuns()).isFalse();

        launch().close();

        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void quotesADriverThatDoesNotStart() {
        assertThatThrownBy(() -> WebDriverBrowsers.launch(
                        Path.of("/bin/false"), Path.of("/usr/bin/chromium"), CHOICE, directory))
                .isInstanceOf(BrowserException.class)
                .hasMessage("the driver /bin/false could not be started: it ended at once");
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }

    @Test
    void quotesADriverThatCannotStartTheBrowser() {
        Path driver = Tool.CHROMEDRIVER.require();

        assertThatThrownBy(() -> WebDriverBrowsers.launch(driver, Path.of("/bin/false"), CHOICE, directory))
                .isInstanceOf(BrowserException.class)
                .hasMessageStartingWith(
                        "the driver " + driver + " could not start the browser /bin/false: session not created");
        assertThat(Processes.soon(SOON, this::nothingIsLeft)).isTrue();
    }
}
