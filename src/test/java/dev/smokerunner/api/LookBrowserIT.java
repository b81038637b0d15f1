package dev.smokerunner.api;

import static dev.smokerunner.api.assertj.SmokeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.SmokeResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.ImmutableCapabilities;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A session of Selenium that a test opened and goes on with. */
@Timeout(120)
class LookBrowserIT {
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final String PAGE = """
            <!doctype html><title>Cart</title><link rel="icon" href="data:,"><h1>Cart</h1>
            <button onclick="document.querySelector('h1').insertAdjacentHTML('afterend', '<form id=pay><input></form>')">Pay</button>
            <script src="%s"></script>
            """;

    private final MockWebServer server = new MockWebServer();
    private Process service;
    private RemoteWebDriver driver;

    // What replaces this constructor traces its commands with a library that is left out here.
    @BeforeEach
    @SuppressWarnings("removal")
    void open() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return switch (request.getUrl().encodedPath()) {
                    case "/cart" -> html(PAGE.formatted("cart.js"));
                    case "/torn" -> html(PAGE.formatted("gone.js"));
                    case "/cart.js" ->
                        new MockResponse.Builder()
                                .addHeader("content-type", "text/javascript")
                                .body("document.title")
                                .build();
                    default -> new MockResponse.Builder().code(404).build();
                };
            }
        });
        server.start();
        service = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .start();
        driver = new RemoteWebDriver(
                new HttpCommandExecutor(URI.create("http://127.0.0.1:" + port()).toURL()),
                new ImmutableCapabilities(
                        "browserName",
                        "chrome",
                        "goog:chromeOptions",
                        Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"))));
    }

    @AfterEach
    void close() {
        driver.quit();
        service.destroy();
        server.close();
    }

    @Test
    void judgesThePageThatTheTestHasReachedAndLeavesItThere() {
        driver.get(at("/cart?step=2"));
        driver.findElement(By.tagName("button")).click();
        String window = driver.getWindowHandle();

        SmokeResult result = SmokeRunner.look(driver, "form#pay");

        assertThat(result).passed().page("./").hasRequiredElements().resolvesAllScripts();
        assertThat(result.pages().get(0).screenshot()).isPresent();
        assertThat(result.checks())
                .filteredOn(check -> List.of("page-error", "console-error", "api-call", "third-party")
                        .contains(check.check()))
                .hasSize(4)
                .extracting(CheckResult::outcome)
                .containsOnly(Outcome.SKIPPED);
        assertThat(driver.getCurrentUrl()).isEqualTo(at("/cart?step=2"));
        assertThat(driver.getWindowHandle()).isEqualTo(window);
        assertThat(driver.findElement(By.id("pay")).isDisplayed()).isTrue();
    }

    @Test
    void findsWhatIsMissing() {
        driver.get(at("/torn"));

        SmokeResult result = SmokeRunner.look(driver, "form#pay");

        assertThat(result).failed().hasFinding("asset-missing");
        assertThatThrownBy(() -> assertThat(result).page("./").hasRequiredElements())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void asksNothingThatWouldChangeTheSession() {
        assertThatThrownBy(() -> SmokeRunner.look(driver))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected a page of http or https");
        driver.get(at("/cart"));
        driver.executeScript("setTimeout(() => alert('Really?'), 0)");
        driver.switchTo().alert();

        assertThatThrownBy(() -> SmokeRunner.look(driver)).hasMessageContaining("answer it first");

        assertThat(driver.switchTo().alert().getText()).isEqualTo("Really?");
        driver.switchTo().alert().accept();
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    private static MockResponse html(String text) {
        return new MockResponse.Builder()
                .addHeader("content-type", "text/html; charset=utf-8")
                .body(text)
                .build();
    }

    private String port() throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IOException("chromedriver did not start");
    }
}
