package dev.smokerunner.status;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.devtools.ChromiumBrowser;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status page as a browser shows it, to everybody and whatever pages said. */
@Tag("browser")
class StatusPageBrowserIT {
    private static final String SITE = "site?name=signup&environment=production";
    private static final String INCIDENT = "incident?id=" + StatusSamples.INCIDENT;

    private static Browser browser;

    @TempDir
    private Path folder;

    private StatusSamples samples;
    private StatusServer server;

    @BeforeAll
    static void start() throws BrowserException {
        browser = ChromiumBrowser.launch(BrowserChoice.DEFAULT, PrelaunchedBrowser.NONE);
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @BeforeEach
    void open() throws HistoryException, IOException {
        samples = StatusSamples.outage(folder);
        server = StatusServer.start(
                new StatusOptions("127.0.0.1", 0, Optional.empty()),
                samples.history(),
                Clock.fixed(StatusSamples.NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        server.close();
        samples.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SITE, SITE + "&days=30", INCIDENT})
    void keepsItsOwnPolicy(String page) throws BrowserException {
        BrowserVisit visit = browser.visit(request(address(page)));

        assertThat(visit.messages()).isEmpty();
        assertThat(visit.requests())
                .extracting(one -> one.url().getPath())
                .contains("/report.css", "/status.css", "/live.js");
    }

    @Test
    void renewsItselfWhenSomethingChanges() throws BrowserException {
        CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                .execute(() -> samples.step(StatusSamples.INCIDENT, 3, "resolved", Duration.ZERO, "all is well again"));

        BrowserVisit visit = browser.visit(request(address(INCIDENT), Duration.ofSeconds(30), ".step.good"));

        assertThat(visit.elements().get(0).texts()).singleElement().asString().contains("It was over");
        assertThat(visit.messages()).isEmpty();
    }

    @Test
    void runsNothingOfWhatAPageSaid() throws BrowserException {
        samples.hostile();
        List<String> pages = List.of("", SITE, "incident?id=hostile", INCIDENT);

        for (String page : pages) {
            BrowserVisit visit = browser.visit(request(address(page)));

            assertThat(visit.rendered().value().orElseThrow().title()).containsAnyOf("Failing", "Open");
            assertThat(visit.dialogs()).isEmpty();
            assertThat(visit.messages()).isEmpty();
            assertThat(visit.requests()).extracting(one -> one.url().getHost()).containsOnly("127.0.0.1");
            assertThat(visit.requests())
                    .extracting(one -> one.url().getPath())
                    .allMatch(
                            path -> path.matches("/(site|incident|report\\.css|status\\.css|live\\.js|icon\\.svg|events"
                                    + "|badge\\.svg|evidence/.*/screenshot\\.png)?"));
        }
    }

    @Test
    void showsEveryHostileTextAsText() throws IOException {
        samples.hostile();

        String page = page("incident?id=hostile");

        assertThat(page)
                .contains("&lt;img src=x onerror=alert(1)&gt;", "\\x1b[31mred", "\\u202egnp.exe")
                .doesNotContain("<img src=x", "\u001b", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SITE, INCIDENT, "login"})
    void everybodyCanReadIt(String page) throws IOException, BrowserException {
        assertThat(violations(page, Map.of())).containsExactly("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(prefers-color-scheme: dark)", "(max-width: 40rem)"})
    void everybodyCanReadItInTheDarkAndOnAPhone(String medium) throws IOException, BrowserException {
        Map<String, String> always = Map.of("@media " + medium, "@media all");

        assertThat(violations("", always)).containsExactly("none");
        assertThat(violations(SITE, always)).containsExactly("none");
        assertThat(violations(INCIDENT, always)).containsExactly("none");
    }

    /** The pages themselves, with what says who cannot read them, which their policy would refuse. */
    private List<String> violations(String page, Map<String, String> changes) throws IOException, BrowserException {
        try (FixtureSite site = new FixtureSite()) {
            String html = page(page).replace("<script src=\"live.js\" defer></script>", "");
            site.on("/index.html", FixtureSite.html(html.replace("</body>", AUDIT)));
            for (String styles : List.of("report.css", "status.css")) {
                String text = page(styles);
                for (Map.Entry<String, String> change : changes.entrySet()) {
                    text = text.replace(change.getKey(), change.getValue());
                }
                site.on("/" + styles, FixtureSite.with(Map.of(), 200, "text/css", text));
            }
            site.on("/axe.js", FixtureSite.script(axe()));
            BrowserVisit visit = browser.visit(request(site.url("/index.html"), Duration.ofSeconds(60), "#violations"));
            return visit.elements().get(0).texts();
        }
    }

    private static final String AUDIT = """
            <script src="axe.js"></script>
            <script>
            axe.run().then((found) => {
              const told = document.createElement("p");
              told.id = "violations";
              told.textContent = found.violations
                .map((one) => one.id + ": " + one.nodes.map((node) => node.html).join(" "))
                .join("; ") || "none";
              document.body.append(told);
            });
            </script></body>""";

    private String page(String path) throws IOException {
        return Answer.to(
                        new OkHttpClient(),
                        new Request.Builder().url(address(path).toString()).build())
                .text();
    }

    private URI address(String path) {
        return server.address().resolve("/" + path);
    }

    private static String axe() throws IOException {
        try (InputStream in = StatusPageBrowserIT.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
