package dev.smokerunner.report;

import static dev.smokerunner.observe.browser.devtools.VisitFixture.request;
import static dev.smokerunner.observe.browser.devtools.VisitFixture.requestFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observe.browser.Browser;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.observe.browser.devtools.ChromiumBrowser;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTML report as a browser shows it, under the policy by which Jenkins publishes it, and to everybody. */
@Tag("browser")
class HtmlReportBrowserIT {
    /** The default of Jenkins, as its documentation has it ("Configuring Content Security Policy"). */
    private static final String POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';";

    private static final Map<String, String> PUBLISHED = Map.of("Content-Security-Policy", POLICY);

    /** What Chromium says to whoever asks a page something that may run no script, as our visits do; the report has none. */
    private static final String OUR_QUESTION = "Blocked script execution in ";

    private static Browser browser;

    private FixtureSite site;

    @BeforeAll
    static void start() throws BrowserException {
        browser = ChromiumBrowser.launch(BrowserChoice.DEFAULT, PrelaunchedBrowser.NONE);
    }

    @AfterAll
    static void end() {
        browser.close();
    }

    @BeforeEach
    void open() throws IOException {
        site = new FixtureSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    static Stream<SmokeResult> results() {
        return Stream.of(
                HtmlSamples.incident(),
                HtmlSamples.healthy(1),
                HtmlSamples.manyPages(60),
                HtmlSamples.inGermanAndArabic(),
                Samples.inconclusive());
    }

    @ParameterizedTest
    @MethodSource("results")
    void opensUnderTheVeryPolicyOfJenkins(SmokeResult result) throws IOException, BrowserException {
        publish(html(HtmlReport.inADirectory(), result), styles(), PUBLISHED);

        BrowserVisit visit = browser.visit(request(site.url("/index.html")));

        assertThat(visit.messages())
                .as("violations")
                .extracting(message -> message.quote().text())
                .allMatch(words -> words.startsWith(OUR_QUESTION));
        assertThat(requestFor(visit, "/report.css").isOk()).isTrue();
        assertThat(visit.requests()).allMatch(BrowserRequest::isOk);
    }

    /** Else the test above would prove nothing. */
    @Test
    void thatPolicyRefusesWhatAReportMustNotUse() throws IOException, BrowserException {
        publish(html(HtmlReport.inOneFile(), HtmlSamples.incident()), "", PUBLISHED);

        BrowserVisit visit = browser.visit(request(site.url("/index.html")));

        assertThat(visit.messages()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("results")
    void everybodyCanReadIt(SmokeResult result) throws IOException, BrowserException {
        publish(audited(html(HtmlReport.inADirectory(), result)), styles(), Map.of());

        assertThat(violations()).containsExactly("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(prefers-color-scheme: dark)", "(max-width: 40rem)"})
    void everybodyCanReadItInTheDarkAndOnAPhone(String medium) throws IOException, BrowserException {
        assertThat(styles()).contains("@media " + medium);
        String always = styles().replace("@media " + medium, "@media all");
        publish(audited(html(HtmlReport.inADirectory(), HtmlSamples.incident())), always, Map.of());

        assertThat(violations()).containsExactly("none");
    }

    @Test
    void everybodyCanReadItInOneFile() throws IOException, BrowserException {
        publish(audited(html(HtmlReport.inOneFile(), HtmlSamples.incident())), "", Map.of());

        assertThat(violations()).containsExactly("none");
        assertThat(site.asked("/report.css")).isEmpty();
    }

    /** Where nothing but the report itself keeps a page's text from being run. */
    @Test
    void runsNothingOfWhatAPageSays() throws IOException, BrowserException {
        for (Report report : List.of(HtmlReport.inADirectory(), HtmlReport.inOneFile())) {
            publish(html(report, hostile()), styles(), Map.of());

            BrowserVisit visit = browser.visit(request(site.url("/index.html")));

            assertThat(visit.rendered().value().orElseThrow().title()).isEqualTo("Fail: signup, production");
            assertThat(visit.dialogs()).isEmpty();
            assertThat(visit.messages()).isEmpty();
            assertThat(visit.requests())
                    .extracting(request -> request.url().getHost())
                    .containsOnly("127.0.0.1");
            assertThat(site.asked("/evil")).isEmpty();
        }
    }

    private static SmokeResult hostile() {
        List<Finding> findings = Stream.concat(
                        HostileText.payloads(),
                        Stream.of(
                                "<script>document.title='run'</script>",
                                "\"><img src=/evil onerror=alert(1)>",
                                "' onmouseover=alert(1) x='",
                                "</style><script>alert(1)</script>",
                                "</title><svg onload=alert(1)>",
                                "<iframe src=javascript:alert(1)>",
                                "<link rel=stylesheet href=/evil>",
                                "<meta http-equiv=refresh content=0;url=/evil>",
                                "javascript:alert(1)"))
                .map(text -> text.substring(0, Math.min(5_000, text.length())))
                .map(text -> Finding.on(Samples.PAGE, "element", Severity.SEV2, text)
                        .message(text)
                        .expected(text)
                        .actual(text)
                        .where(new Location(text, 1, 1, text))
                        .evidence(List.of(text))
                        .hint(text)
                        .reproduce(text)
                        .build())
                .toList();
        return Samples.failed(
                Samples.production(),
                HtmlSamples.incident().pages(),
                findings,
                List.of(CheckResult.judged("element", 1, findings)));
    }

    private List<String> violations() throws BrowserException {
        BrowserVisit visit = browser.visit(request(site.url("/index.html"), Duration.ofSeconds(60), "#violations"));
        return visit.elements().get(0).texts();
    }

    private void publish(String html, String styles, Map<String, String> headers) throws IOException {
        site.on("/index.html", FixtureSite.with(headers, 200, "text/html; charset=utf-8", html));
        site.on("/report.css", FixtureSite.with(headers, 200, "text/css", styles));
        site.on("/axe.js", FixtureSite.script(axe()));
        for (int page = 1; page <= 60; page++) {
            site.on("/" + Screenshots.fileName(page), picture());
        }
        site.on("/" + Screenshots.lastGoodFileName(1), picture());
    }

    private static FixtureSite.Answer picture() {
        byte[] png = HtmlSamples.PICTURE.png();
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, png.length);
            exchange.getResponseBody().write(png);
        };
    }

    /** The page with what says who cannot read it. */
    private static String audited(String html) {
        return html.replace("</body>", """
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
            </script></body>""");
    }

    private static String html(Report report, SmokeResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(result, out);
        return out.toString();
    }

    private static String styles() throws IOException {
        return new String(HtmlReport.inADirectory().companions().get("report.css"), StandardCharsets.UTF_8);
    }

    private static String axe() throws IOException {
        try (InputStream in = HtmlReportBrowserIT.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
