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
import dev.smokerunner.secret.Secret;
import dev.smokerunner.standin.Eventually;
import dev.smokerunner.traffic.Beacon.Outcome;
import dev.smokerunner.traffic.Beacons;
import dev.smokerunner.traffic.CountedSite;
import dev.smokerunner.traffic.PageGroups;
import dev.smokerunner.traffic.TrafficSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

/** What pages send, with the lines of the documentation, and what the monitor answers. */
@Tag("browser")
class BeaconBrowserIT {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";
    /** As a visitor's browser has it. */
    private static final String DRIVEN_BY_NOBODY =
            "<script>Object.defineProperty(navigator, 'webdriver', {get: () => false})</script>";

    private static Browser browser;

    private final FixtureSite site;
    private final Beacons beacons = new Beacons(
            () -> List.of(new CountedSite(
                    "signup", "production", new TrafficSettings(true, List.of(), new PageGroups("", "/", List.of())))),
            Clock.systemUTC());

    @TempDir
    private Path folder;

    private StatusSamples samples;
    private StatusServer server;

    BeaconBrowserIT() throws IOException {
        site = new FixtureSite();
    }

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
        samples = StatusSamples.empty(folder);
        // With a token, so that all else is closed.
        server = StatusServer.start(
                new StatusOptions("127.0.0.1", 0, Optional.of(new Secret("of 16 characters or more"))),
                samples.history(),
                beacons,
                Clock.fixed(StatusSamples.NOW, ZoneOffset.UTC),
                problem -> {});
    }

    @AfterEach
    void close() {
        server.close();
        samples.close();
        site.close();
    }

    /** The lines that the documentation gives, for this monitor. */
    private String lines(String begin, String monitor) throws IOException {
        String page = Files.readString(Path.of("docs/traffic.md"));
        int from = page.indexOf(begin);
        return page.substring(from, page.indexOf("```", from)).replace("https://smoke.example.com/", monitor);
    }

    private long came() {
        return beacons.outcomes().get(Outcome.ROBOT);
    }

    @Test
    void sendsAViewAndEachKindOfErrorOnce() throws BrowserException, IOException {
        site.page(
                "/signup/",
                DRIVEN_BY_NOBODY + lines("<script>", server.address().toString())
                        + "<script src=/missing-3f9a4711.js></script>"
                        + "<script>setInterval(() => { null.user }, 5); Promise.reject(new TypeError('alice@example.com'))</script>");

        BrowserVisit visit = browser.visit(request(site.foreignUrl("/signup/")));

        Eventually.holds(() -> assertThat(came()).isEqualTo(4));
        List<String> sent = visit.requests().stream()
                .map(one -> one.url().toString())
                .filter(url -> url.contains("beacon.gif"))
                .toList();
        assertThat(sent)
                .isNotEmpty()
                .allMatch(url -> url.matches(
                        server.address() + "beacon\\.gif\\?site=signup&page=%2Fsignup%2F(&error=[0-9a-f]{16})?"));
    }

    @Test
    void sendsNothingWhereAProgramDrivesTheBrowser() throws BrowserException, IOException {
        site.page("/", lines("<script>", server.address().toString()));

        BrowserVisit visit = browser.visit(request(site.foreignUrl("/")));

        assertThat(visit.requests()).noneMatch(one -> one.url().getPath().equals("/beacon.gif"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "<img src"})
    void holdsNoPageUpWhereTheMonitorHangs(String begin) throws BrowserException, IOException {
        try (FixtureSite hanging = new FixtureSite()) {
            FixtureSite.Answer never = exchange -> TimeUnit.SECONDS.sleep(20);
            hanging.on("/beacon.js", never).on("/beacon.gif", never);
            site.page("/", DRIVEN_BY_NOBODY + lines(begin, hanging.url("/").toString()));

            BrowserVisit visit = browser.visit(request(site.foreignUrl("/"), Duration.ofSeconds(10)));

            assertThat(visit.timings().load())
                    .hasValueSatisfying(load -> assertThat(load).isLessThan(Duration.ofSeconds(5)));
        }
    }

    private Answer asked(String path, String agent) throws IOException {
        return Answer.to(
                new OkHttpClient(),
                new Request.Builder()
                        .url(server.address() + path)
                        .header("Host", "smoke.example.com")
                        .header("User-Agent", agent)
                        .build());
    }

    @Test
    void answersEverybodyWithAPointAndWithoutACookie() throws IOException {
        Answer answer = asked("beacon.gif?site=signup&page=/", FIREFOX);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("image/gif");
        assertThat(answer.text()).startsWith("GIF89a").hasSizeLessThan(50);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(beacons.outcomes()).containsEntry(Outcome.COUNTED, 1L);
        assertThat(asked("beacon.js", FIREFOX).header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(asked("metrics", FIREFOX).status()).isEqualTo(401);
    }

    @Test
    void saysThatItDoesNotKnowASite() throws IOException {
        Answer answer = asked("beacon.gif?site=sign%3Cup", FIREFOX);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("No watched site of that name has traffic: {beacons: true}.\n");
    }
}
