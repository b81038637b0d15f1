package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.observe.grid.GridAddress;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    private static final String STAGING = "  staging: {url: https://staging.example.com/, audience: internal}\n";
    private static final String PRODUCTION = "  production: {url: https://www.example.com/}\n";
    private static final String EDGES = "  production: {url: https://www.example.com/,"
            + " origin: http://origin.example.net/, edges: [203.0.113.7]}\n";
    private static final String PACKAGE =
            "  package: {package: build, proxy: {/api/: \"http://127.0.0.1:1/\"}, audience: internal}\n";

    @TempDir
    private Path temp;

    private Path other;

    @BeforeEach
    void makeAPackage() throws IOException {
        other = Files.createDirectory(temp.resolve("other"));
        Files.writeString(other.resolve("index.html"), "<title>x</title>");
    }

    @Test
    void takesTheOnlyEnvironment() throws Exception {
        SmokePlan plan = plan(STAGING, new Selection(Optional.empty(), Optional.empty(), RunOptions.DEFAULT));

        assertThat(plan.subject().environment()).isEqualTo("staging");
    }

    @Test
    void takesTheNamedEnvironment() throws Exception {
        SmokePlan plan = plan(
                STAGING + PRODUCTION,
                new Selection(Optional.empty(), Optional.empty(), RunOptions.DEFAULT).of("production"));

        assertThat(plan.subject().target()).isEqualTo("https://www.example.com/");
    }

    @Test
    void keepsTheEdgesOfAnotherAddressOfTheSameHost() throws Exception {
        SmokePlan plan = plan(EDGES, instead("https://www.example.com/next/"));

        assertThat(plan.edges().addresses()).hasSize(1);
        assertThat(plan.edges().origin()).isEmpty();
        assertThat(plan.edges().ofOther()).isEmpty();
    }

    @Test
    void keepsTheOriginOfTheSameAddress() throws Exception {
        assertThat(plan(EDGES, instead("https://www.example.com/")).edges().origin())
                .isPresent();
    }

    @Test
    void knowsWhoseEdgesItLeavesOutForAnotherSite() throws Exception {
        SmokePlan plan = plan(EDGES, instead("https://next.example.net/"));

        assertThat(plan.edges().isEmpty()).isTrue();
        assertThat(plan.edges().ofOther()).contains(URI.create("https://www.example.com/"));
    }

    private static Selection instead(String url) {
        return new Selection(Optional.empty(), Optional.of(new Target.LiveSite(URI.create(url))), RunOptions.DEFAULT);
    }

    @Test
    void listsTheEnvironmentsWhenNoneOfThemIsNamed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> plan(
                        STAGING + PRODUCTION, new Selection(Optional.empty(), Optional.empty(), RunOptions.DEFAULT)))
                .withMessageEndingWith(":2:1: environments: expected -e with one of staging, production, got none");
    }

    @Test
    void knowsWhichEnvironmentWasMeant() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> plan(
                        STAGING + PRODUCTION,
                        new Selection(Optional.empty(), Optional.empty(), RunOptions.DEFAULT).of("prodution")))
                .withMessageEndingWith(
                        "expected -e with one of staging, production, got \"prodution\"; did you mean \"production\"?");
    }

    @Test
    void doesNotMissAPackageThatIsNotAskedFor() throws Exception {
        SmokePlan plan = plan(
                PACKAGE + PRODUCTION,
                new Selection(Optional.empty(), Optional.empty(), RunOptions.DEFAULT).of("production"));

        assertThat(plan.subject().environment()).isEqualTo("production");
    }

    @Test
    void asksForTheEnvironmentOfAnotherUrl() {
        Target url = new Target.LiveSite(URI.create("http://127.0.0.1:8080/"));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> plan(STAGING + PRODUCTION, on(url)))
                .withMessageEndingWith("expected -e with one of staging, production, got none");
    }

    @Test
    void checksAnotherUrlForTheAudienceOfItsEnvironment() throws Exception {
        Target url = new Target.LiveSite(URI.create("http://127.0.0.1:8080/"));

        SmokePlan plan = plan(STAGING + PRODUCTION, on(url).of("staging"));

        assertThat(plan.target()).isEqualTo(url);
        assertThat(plan.subject().audience()).isEqualTo(Audience.INTERNAL);
    }

    @Test
    void putsADirectoryInThePlaceOfTheOnlyPackage() throws Exception {
        SmokePlan plan = plan(PACKAGE + STAGING, on(new Target.Package(other, Map.of())));

        assertThat(plan.target())
                .isEqualTo(new Target.Package(other, Map.of("/api/", URI.create("http://127.0.0.1:1/"))));
        assertThat(plan.subject().environment()).isEqualTo("package");
        assertThat(plan.subject().audience()).isEqualTo(Audience.INTERNAL);
    }

    @Test
    void checksADirectoryForTheTeamWhereNoEnvironmentIsAPackage() throws Exception {
        SmokePlan plan = plan(STAGING + PRODUCTION, on(new Target.Package(other, Map.of())));

        assertThat(plan.subject().environment()).isEqualTo("default");
        assertThat(plan.subject().audience()).isEqualTo(Audience.TEAM);
    }

    @Test
    void saysWhichPagesAnotherDirectoryLacks() {
        String pages = PRODUCTION + "pages: [{path: help.html}]\n";

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> plan(pages, on(new Target.Package(other, Map.of()))))
                .withMessageEndingWith(
                        "pages[0].path: expected a page of the package, got \"help.html\", and there is no file help.html in "
                                + other);
    }

    @Test
    void handsOnHowToRun() throws Exception {
        BrowserOverride browser = new BrowserOverride(
                List.of(BrowserChoice.Name.EDGE),
                Optional.of(Path.of("/opt/edge")),
                Optional.empty(),
                Optional.empty());
        Optional<GridAddress> grid = Optional.of(GridAddress.parse("http://127.0.0.1:4444/"));
        RunOptions options = new RunOptions(browser, grid, Severity.SEV1, Duration.ofSeconds(7), ReleasePlan.NONE);

        SmokePlan plan = plan(
                PRODUCTION + "browser: {binary: /opt/chrome, driver: /opt/driver}\n",
                new Selection(Optional.empty(), Optional.empty(), options));

        assertThat(plan.browsers().get(0).name()).isEqualTo(BrowserChoice.Name.EDGE);
        assertThat(plan.browsers().get(0).binary()).contains(Path.of("/opt/edge"));
        assertThat(plan.browsers().get(0).driver()).contains(Path.of("/opt/driver"));
        assertThat(plan.grid()).isEqualTo(grid);
        assertThat(plan.failOn()).isEqualTo(Severity.SEV1);
        assertThat(plan.timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void takesNoDriverOfTheConfigWhereNoneIsWanted() throws Exception {
        BrowserOverride without =
                new BrowserOverride(List.of(), Optional.empty(), Optional.empty(), Optional.of(Engine.DEVTOOLS));
        RunOptions options = new RunOptions(without, Severity.SEV3, Duration.ofSeconds(7));
        String browser = PRODUCTION + "browser: {engine: webdriver, driver: /opt/driver}\n";

        assertThat(plan(browser, new Selection(Optional.empty(), Optional.empty(), RunOptions.DEFAULT))
                        .browsers()
                        .get(0)
                        .isByWebDriver())
                .isTrue();
        assertThat(plan(browser, new Selection(Optional.empty(), Optional.empty(), options))
                        .browsers()
                        .get(0)
                        .isByWebDriver())
                .isFalse();
    }

    private SmokePlan plan(String environments, Selection selection) throws IOException, ConfigException {
        Path file = Files.writeString(temp.resolve("smoke.yaml"), "name: signup\nenvironments:\n" + environments);
        return new ConfigFile(file, name -> Optional.empty()).plan(selection);
    }

    private static Selection on(Target target) {
        return new Selection(Optional.empty(), Optional.of(target), RunOptions.DEFAULT);
    }
}
