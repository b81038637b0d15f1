package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smokerunner.expectation.ApiExpectation;
import dev.smokerunner.expectation.AssetExpectations;
import dev.smokerunner.expectation.CacheRule;
import dev.smokerunner.expectation.CacheRule.Comparison;
import dev.smokerunner.expectation.CacheRule.Condition;
import dev.smokerunner.expectation.CacheRules;
import dev.smokerunner.expectation.EnvironmentHosts;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.Indexing;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.expectation.SeverityOverride;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.observe.visitor.LogInStep;
import dev.smokerunner.observe.visitor.Preparation;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.EdgeAddress;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final String MINIMAL =
            "name: signup\nenvironments:\n  production:\n    url: https://www.example.com/signup/\n";

    @TempDir
    private Path temp;

    @Test
    void readsEveryKeyThatIsBuilt() throws ConfigException {
        ConfigFile config = new ConfigFile(
                Path.of("src/test/resources/config/accepted/every-key.yaml"),
                name -> Optional.of(Map.of(
                                "LOGIN",
                                "me:correct-horse",
                                "SID",
                                "5e55104f00d",
                                "PASSWORD",
                                "battery-staple",
                                "HOOK",
                                "https://hooks.example.com/1")
                        .getOrDefault(name, "web-team")));

        SmokePlan plan = config.plan(Selection.DEFAULT.of("staging"));

        Expectations first = new Expectations(
                Optional.of(new TextPattern("Sign up")),
                203,
                List.of(
                        RequiredElement.of("form#signup"),
                        new RequiredElement(
                                "footer .version",
                                Optional.of(new TextPattern("/2\\.[0-9]/")),
                                OptionalInt.of(1),
                                false,
                                Severity.SEV3),
                        RequiredElement.of("p")),
                List.of(".error-banner"),
                List.of(new UrlPattern("js/main-*.js")),
                new ResponseTimeLimits(
                        Optional.of(Duration.ofSeconds(1)), Duration.ofMillis(2500), Duration.ofMinutes(1)),
                List.of(
                        new ApiExpectation(new UrlPattern("/api/config*"), 204, Severity.SEV2),
                        new ApiExpectation(new UrlPattern("/api/items"), 200, Severity.SEV3)),
                new AssetExpectations(
                        List.of(new UrlPattern("https://stats.example.net/*")),
                        List.of(new UrlPattern("localhost")),
                        List.of(new UrlPattern("rum.example.net")),
                        new CacheRules(
                                Optional.of(new CacheRule(
                                        "max-age<=300", List.of(new Condition("max-age", Comparison.AT_MOST, 300)))),
                                Optional.of(new CacheRule(
                                        "max-age >= 31536000, immutable",
                                        List.of(
                                                new Condition("max-age", Comparison.AT_LEAST, 31_536_000),
                                                new Condition("immutable", Comparison.PRESENT, 0))))),
                        EnvironmentHosts.NONE),
                List.of(new TextPattern("ResizeObserver loop"), new TextPattern("/Script error\\.?/")),
                List.of(
                        new SeverityOverride("asset-status", new UrlPattern("*/promo/*"), Severity.SEV4),
                        new SeverityOverride("fallback", new UrlPattern("*"), Severity.SEV5)),
                Audience.INTERNAL,
                // Who must log in is no search engine.
                Indexing.ANY);
        assertThat(plan.pages()).first().isEqualTo(new PagePlan("./", first));
        assertThat(plan.pages()).extracting(PagePlan::path).containsExactly("./", "help/?q=%20");
        assertThat(plan.subject().name()).isEqualTo("signup");
        assertThat(plan.subject().owner()).contains("web-team");
        assertThat(plan.subject().runbook()).contains("https://wiki.example.com/signup");
        assertThat(plan.subject().environment()).isEqualTo("staging");
        assertThat(plan.subject().audience()).isEqualTo(Audience.INTERNAL);
        assertThat(plan.subject().target()).isEqualTo("https://staging.example.com/signup/");
        assertThat(plan.target()).isEqualTo(new Target.LiveSite(URI.create("https://staging.example.com/signup/")));
        assertThat(plan.edges().origin()).contains(URI.create("http://signup.s3.example.net/signup/"));
        assertThat(plan.edges().all()).isFalse();
        assertThat(plan.edges().addresses())
                .extracting(EdgeAddress::toString)
                .containsExactly(
                        "203.0.113.7",
                        "2001:db8::7",
                        "[2001:db8::8]:8443",
                        "edge.example.net",
                        "edge.example.net:8080");
        assertThat(plan.firstParty()).containsExactly(new UrlPattern("*.example.com"));
        assertThat(plan.browsers().get(0).name()).isEqualTo(BrowserChoice.Name.EDGE);
        assertThat(plan.browsers().get(0).screen().width()).isEqualTo(800);
        assertThat(plan.browsers().get(0).screen().height()).isEqualTo(600);
        assertThat(plan.browsers().get(0).headers()).containsExactly(Map.entry("X-Smoke", "1"));
        assertThat(plan.browsers().get(0).basicAuth().orElseThrow().reveal()).isEqualTo("me:correct-horse");
        assertPreparation(plan.browsers().get(0).preparation());
        assertThat(plan.browsers().get(0).binary()).contains(Path.of("/opt/chrome"));
        assertThat(plan.browsers().get(0).driver())
                .contains(Path.of("src/test/resources/config/accepted/drivers/chromedriver"));
        assertThat(plan.browsers().get(0).engine()).isEqualTo(Engine.WEBDRIVER);
    }

    private static void assertPreparation(Preparation preparation) {
        assertThat(preparation.cookies().get("sid").reveal()).isEqualTo("5e55104f00d");
        assertThat(preparation.local().get("idToken").reveal()).isEqualTo("5e55104f00d");
        assertThat(preparation.session().get("tenant").reveal()).isEqualTo("blue");
        assertThat(preparation.steps().stream().map(LogInStep::shown))
                .containsExactly(
                        "goto /login", "fill #user", "fill #password", "click #submit", "wait-for main .account");
        assertThat(((LogInStep.Fill) preparation.steps().get(1)).isSecret()).isFalse();
        assertThat(((LogInStep.Fill) preparation.steps().get(2)).isSecret()).isTrue();
    }

    @Test
    void readsAPackageRelativeToTheFile() throws ConfigException {
        ConfigFile config = new ConfigFile(
                Path.of("src/test/resources/config/accepted/every-key.yaml"),
                name -> Optional.of(
                        name.equals("HOOK") ? "https://hooks.example.com/5e55104f00d" : "me:correct-horse"));

        ConfigException refusal = refusal(config, Selection.DEFAULT.of("package"));

        assertThat(refusal.problems()).extracting(Problem::path).containsExactly("pages[1].path");
    }

    @Test
    void plansAPackageForTheTeam() throws ConfigException, IOException {
        Files.createDirectory(temp.resolve("dist"));
        Files.writeString(temp.resolve("dist/index.html"), "<title>x</title>");
        String text =
                "name: signup\nenvironments: {package: {package: ./dist, proxy: {/api/: \"http://127.0.0.1:1/\"}}}\n";

        SmokePlan plan = config(text).plan(Selection.DEFAULT);

        assertThat(plan.target())
                .isEqualTo(
                        new Target.Package(temp.resolve("dist"), Map.of("/api/", URI.create("http://127.0.0.1:1/"))));
        assertThat(plan.subject().audience()).isEqualTo(Audience.TEAM);
        assertThat(plan.subject().target()).isEqualTo(temp.resolve("dist").toString());
    }

    @Test
    void expectsOnlyWhatTheOwnerSaidAndTheDefaults() throws ConfigException, IOException {
        SmokePlan plan = config(MINIMAL).plan(Selection.DEFAULT);

        assertThat(plan.pages()).containsExactly(new PagePlan("./", Expectations.NONE.indexed(Indexing.WANTED)));
        assertThat(plan.subject().audience()).isEqualTo(Audience.CUSTOMERS);
        assertThat(plan.browsers().get(0)).isEqualTo(BrowserChoice.DEFAULT);
        assertThat(plan.failOn()).isEqualTo(Severity.SEV3);
        assertThat(plan.timeout()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void wantsSearchEnginesToKeepOutOfStagingUnlessOneMustLogIn() throws ConfigException, IOException {
        String staging =
                "name: own\nenvironments:\n  staging:\n    url: https://staging.example.com/\n    audience: internal\n";

        assertThat(indexing(staging)).isEqualTo(Indexing.UNWANTED);
        assertThat(indexing(staging + "browser: {basic-auth: \"${secret:LOGIN}\"}\n"))
                .isEqualTo(Indexing.ANY);
        assertThat(indexing(staging + "browser: {headers: {Cookie: \"${secret:LOGIN}\"}}\n"))
                .isEqualTo(Indexing.ANY);
        assertThat(indexing(staging.replace("internal", "team"))).isEqualTo(Indexing.ANY);
    }

    private Indexing indexing(String yaml) throws ConfigException, IOException {
        ConfigFile config =
                new ConfigFile(write(yaml.getBytes(StandardCharsets.UTF_8)), name -> Optional.of("me:correct-horse"));
        return config.plan(Selection.DEFAULT).pages().get(0).expectations().indexing();
    }

    @Test
    void takesTheNameOfABrowserAloneOrAmongItsSettings() throws ConfigException, IOException {
        assertThat(config(MINIMAL + "browser: firefox\n")
                        .plan(Selection.DEFAULT)
                        .browsers()
                        .get(0)
                        .name())
                .isEqualTo(BrowserChoice.Name.FIREFOX);
        BrowserChoice small = config(MINIMAL + "browser: {name: firefox, window: 480x320}\n")
                .plan(Selection.DEFAULT)
                .browsers()
                .get(0);
        assertThat(small.name()).isEqualTo(BrowserChoice.Name.FIREFOX);
        assertThat(small.screen().width()).isEqualTo(480);
        assertThat(refusal(config(MINIMAL + "browser: safari\n"), Selection.DEFAULT))
                .hasMessageContaining("chrome, edge, firefox or none");
    }

    @Test
    void appliesWhatIsExpectedOfEveryPageToTheDefaultPage() throws ConfigException, IOException {
        SmokePlan plan = config(MINIMAL + "api: [{url: /api/items}]\n").plan(Selection.DEFAULT);

        assertThat(plan.pages().get(0).expectations().api())
                .containsExactly(new ApiExpectation(new UrlPattern("/api/items"), 200, Severity.SEV3));
    }

    @Test
    void toleratesAByteOrderMarkAndWindowsLineEnds() throws ConfigException, IOException {
        SmokePlan plan = config("\uFEFF" + MINIMAL.replace("\n", "\r\n")).plan(Selection.DEFAULT);

        assertThat(plan.subject().name()).isEqualTo("signup");
    }

    @Test
    void countsLinesWithWindowsLineEndsAsAnEditorDoes() throws IOException {
        ConfigFile config = config((MINIMAL + "onwer: me\n").replace("\n", "\r\n"));

        ConfigException refusal = refusal(config, Selection.DEFAULT);

        assertThat(refusal.problems().get(0).place()).contains(new TextPosition(5, 1));
    }

    @Test
    void doesNotLookIntoTheValueOfAVariableAgain() throws ConfigException, IOException {
        ConfigFile config = new ConfigFile(
                write(MINIMAL.replace("signup\n", "${TITLE}\n").getBytes(StandardCharsets.UTF_8)),
                name -> Optional.of("${OTHER}: [\"\n"));

        SmokePlan plan = config.plan(Selection.DEFAULT);

        assertThat(plan.subject().name()).isEqualTo("${OTHER}: [\"\n");
    }

    @Test
    void removesASecretAndItsPasswordFromEveryText() throws ConfigException, IOException {
        ConfigFile config = new ConfigFile(
                write((MINIMAL + "browser: {basic-auth: \"${secret:LOGIN}\"}\n").getBytes(StandardCharsets.UTF_8)),
                name -> Optional.of("me:correct-horse"));

        SmokePlan plan = config.plan(Selection.DEFAULT);

        assertThat(plan.redaction().apply("sent me:correct-horse, that is correct-horse"))
                .isEqualTo("sent ***, that is ***");
    }

    @Test
    void showsASecretNeitherInTheSubjectNorInAProblem() throws ConfigException, IOException {
        String secret = "https://www.example.com/?key=battery-staple";
        String text = "name: signup\nenvironments: {production: {url: \"${secret:SITE}\"}}\n";
        ConfigFile good = new ConfigFile(write(text.getBytes(StandardCharsets.UTF_8)), name -> Optional.of(secret));
        ConfigFile bad = new ConfigFile(good.file(), name -> Optional.of("ftp" + secret));

        assertThat(good.plan(Selection.DEFAULT).subject().target()).isEqualTo("***");
        assertThat(refusal(bad, Selection.DEFAULT)).hasMessageNotContaining("battery");
    }

    private ConfigFile config(String text) throws IOException {
        return new ConfigFile(write(text.getBytes(StandardCharsets.UTF_8)), name -> Optional.empty());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(temp.resolve("smoke.yaml"), bytes);
    }

    private static ConfigException refusal(ConfigFile config, Selection selection) {
        return assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> config.plan(selection))
                .actual();
    }
}
