package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.FixtureSite;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that show nothing to whom they do not know. Most of these runs wait, so two go on at once. */
@Tag("browser")
@Execution(ExecutionMode.CONCURRENT)
class LogInBrowserIT {
    private static final String PASSWORD = "correct-horse-battery";
    private static final String TOKEN = "5e55104f00dcafe5e55104f00dcafe";
    private static final Map<String, String> VARIABLES =
            Map.of("PASSWORD", PASSWORD, "SID", TOKEN, "WRONG", "wrong-horse");

    /** A framework that knows of a field what its input events told. */
    private static final String FORM = """
            <form id=form method=post action=/session>
            <input id=user name=user><input id=pw name=pw type=password>
            <button id=go>Log in</button></form>
            <script>
            const told = {};
            for (const field of [user, pw]) {
              field.addEventListener('input', () => told[field.id] = field.value);
              field.addEventListener('change', () => told[field.id + '-changed'] = true);
            }
            form.addEventListener('submit', event => {
              if (told.user !== user.value || told.pw !== pw.value || !told['pw-changed']) event.preventDefault();
            });
            </script>""";

    private static final String STEPS = """
            login:
              - goto: /login
              - fill: {css: "#user", with: alice}
              - fill: {css: "#pw", with: "${secret:PASSWORD}"}
              - click: "#go"
              - wait-for: "main .account"
            """;

    @TempDir
    Path directory;

    private FixtureSite site;

    @BeforeEach
    void open() throws IOException {
        site = new FixtureSite();
        site.on("/app", exchange -> answer(exchange, cookie(exchange).contains("sid=" + TOKEN)));
        site.page("/login", FORM);
        site.on("/session", LogInBrowserIT::logIn);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String cookie(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
    }

    /** The account for who is known, the way to the log-in for who is not. */
    private static void answer(HttpExchange exchange, boolean isKnown) throws IOException {
        if (isKnown) {
            send(
                    exchange,
                    200,
                    "<main><p class=account>Alice's account</p></main>"
                            + "<script>console.error('known by ' + document.cookie)</script>");
        } else {
            exchange.getResponseHeaders().set("Location", "/login");
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private static void logIn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isRight = form.equals("user=alice&pw=" + PASSWORD);
        if (isRight) {
            exchange.getResponseHeaders().set("Set-Cookie", "sid=" + TOKEN + "; Path=/");
            exchange.getResponseHeaders().set("Location", "/app");
            exchange.sendResponseHeaders(302, -1);
        } else {
            send(exchange, 200, "<p>Wrong user or password</p>");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] page = ("<!doctype html><html lang=en><head><meta charset=utf-8><title>Fixture</title></head><body>"
                        + body + "</body></html>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private SmokeResult run(String browser, String settings) throws IOException, ConfigException {
        Path config = directory.resolve("smoke.yaml");
        Files.writeString(
                config,
                "name: fixture\nenvironments: {live: {url: \"" + site.url("/") + "\"}}\n"
                        + "pages: [{path: /app, require: [.account]}]\n" + settings);
        BrowserOverride name = new BrowserOverride(
                List.of(Name.valueOf(browser)), Optional.empty(), Optional.empty(), Optional.empty());
        RunOptions options = new RunOptions(name, Severity.SEV3, Duration.ofSeconds(60));
        SmokePlan plan = new ConfigFile(config, key -> Optional.ofNullable(VARIABLES.get(key)))
                .plan(new Selection(Optional.empty(), Optional.empty(), options));
        SmokeResult result = new PlanRunner().run(plan);
        assertThat(result.toString())
                .doesNotContain(PASSWORD)
                .doesNotContain(TOKEN)
                .doesNotContain("wrong-horse");
        return result;
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void bringsACookieAlong(String browser) throws IOException, ConfigException {
        SmokeResult result = run(browser, "browser: {cookies: {sid: \"${secret:SID}\"}}\n");

        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASS);
        assertThat(site.asked("/login")).isEmpty();
        assertThat(result.toString()).contains("known by sid=***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void bringsATokenAlongInTheStorage(String browser) throws IOException, ConfigException {
        site.page(
                "/app",
                "<main></main><script>if (localStorage.token === '" + TOKEN
                        + "' && sessionStorage.tenant === 'blue') document.querySelector('main').innerHTML ="
                        + " '<p class=account>Alice</p>'</script><iframe src=\"" + site.foreignUrl("/frame")
                        + "\"></iframe>");
        site.page("/frame", "<p>frame</p><script>new Image().src = '/stored-' + localStorage.length</script>");
        site.on("/stored-0", FixtureSite.status(204));

        SmokeResult result =
                run(browser, "browser: {storage: {local: {token: \"${secret:SID}\"}, session: {tenant: blue}}}\n");

        assertThat(accountsMissing(result)).as(result.toString()).isFalse();
        assertThat(site.asked("/stored-0")).as("what another site finds stored").isNotEmpty();
    }

    private static boolean accountsMissing(SmokeResult result) {
        return result.findings().stream().anyMatch(finding -> finding.check().equals("required-element"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void logsInByAForm(String browser) throws IOException, ConfigException {
        SmokeResult result = run(browser, STEPS);

        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.PASS);
        assertThat(site.asked("/session")).hasSize(1);
        assertThat(result.toString()).contains("known by sid=***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void tellsWhatAWrongPasswordShowed(String browser) throws IOException, ConfigException {
        SmokeResult result = run(browser, STEPS.replace("secret:PASSWORD", "secret:WRONG"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.findings()).isEmpty();
        assertThat(result.toString())
                .contains("the log-in failed at step 5 (wait-for main .account)")
                .contains("/session (200), \"Fixture\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void tellsOfAFieldThatIsNotThere(String browser) throws IOException, ConfigException {
        SmokeResult result = run(browser, STEPS.replace("#user", "#email"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.toString()).contains("the log-in failed at step 2 (fill #email): no such element");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void refusesAPasswordOfTheConfig(String browser) throws IOException, ConfigException {
        SmokeResult result = run(browser, STEPS.replace("${secret:PASSWORD}", "hunter2"));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.toString())
                .contains("step 3 (fill #pw): it is a password field")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void blamesTheServerOfALogInThatFails(String browser) throws IOException, ConfigException {
        site.on("/login", FixtureSite.status(503));

        SmokeResult result = run(browser, STEPS);

        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.FAIL);
        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.check()).isEqualTo("page-status"))
                .satisfies(finding -> assertThat(finding.toString()).contains("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHROME", "FIREFOX"})
    void blamesTheServerOfALogInThatHangs(String browser) throws IOException, ConfigException {
        site.on("/login", site.silence());

        SmokeResult result = run(browser, STEPS);

        assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.FAIL);
        assertThat(result.findings()).isNotEmpty().allMatch(finding -> finding.check()
                .equals("page-status"));
    }
}
