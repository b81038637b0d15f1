package dev.smokerunner.observe.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.smokerunner.observe.browser.BrowserChoice.Name;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserFinderTest {
    private static final String CHROMIUM_156 = "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)";
    private static final String DRIVER_156 = "ChromeDriver 156.0.8078.79 (a21ce95c24ce-refs/branch-heads/8078@{#1704})";

    private final FakeMachine machine = new FakeMachine();

    private FoundBrowser find(BrowserChoice choice, DriverLookup... lookups) throws BrowserTrouble {
        return new BrowserFinder(machine, List.of(lookups)).find(choice);
    }

    private BrowserTrouble trouble(BrowserChoice choice, DriverLookup... lookups) {
        return catchThrowableOfType(BrowserTrouble.class, () -> find(choice, lookups));
    }

    private static BrowserChoice choice(Name name, String binary, String driver) {
        return new BrowserChoice(
                name,
                Optional.of(binary).filter(path -> !path.isEmpty()).map(Path::of),
                Optional.of(driver).filter(path -> !path.isEmpty()).map(Path::of),
                1280,
                800,
                Map.of(),
                Optional.empty());
    }

    @Test
    void findsTheInstalledPair() throws BrowserTrouble {
        machine.with("/usr/bin/chromium", CHROMIUM_156).with("/usr/bin/chromedriver", DRIVER_156);

        FoundBrowser found = find(BrowserChoice.DEFAULT);

        assertThat(found.binary()).isEqualTo(Path.of("/usr/bin/chromium"));
        assertThat(found.driver()).isEqualTo(Path.of("/usr/bin/chromedriver"));
        assertThat(found.title()).isEqualTo("Chromium 156.0.8078.79");
    }

    @Test
    void prefersThePairThatFitsToTheBrowserThatComesFirst() throws BrowserTrouble {
        machine.with("/usr/bin/google-chrome", "Google Chrome 150.0.1.2")
                .with("/usr/bin/chromium", CHROMIUM_156)
                .with("/usr/bin/chromedriver", DRIVER_156);

        assertThat(find(BrowserChoice.DEFAULT).binary()).isEqualTo(Path.of("/usr/bin/chromium"));
    }

    @Test
    void comparesWholeMajorVersions() {
        machine.with("/usr/bin/chromium", "Chromium 15.0.1").with("/usr/bin/chromedriver", DRIVER_156);

        assertThat(trouble(BrowserChoice.DEFAULT)).isNotNull();
    }

    @Test
    void takesWhatWasChosenAndNothingElse() throws BrowserTrouble {
        machine.with("/usr/bin/chromium", CHROMIUM_156)
                .with("/usr/bin/chromedriver", DRIVER_156)
                .with("/opt/chrome", "Google Chrome 150.0.1.2")
                .with("/opt/driver", "ChromeDriver 150.0.9.9");

        FoundBrowser found = find(choice(Name.CHROME, "/opt/chrome", "/opt/driver"));

        assertThat(found.binary()).isEqualTo(Path.of("/opt/chrome"));
        assertThat(found.driver()).isEqualTo(Path.of("/opt/driver"));
    }

    @Test
    void doesNotFallBackWhenWhatWasChosenIsMissing() {
        machine.with("/usr/bin/chromium", CHROMIUM_156).with("/usr/bin/chromedriver", DRIVER_156);

        BrowserTrouble trouble = trouble(choice(Name.CHROME, "/opt/chrome", ""));

        assertThat(trouble.tried()).contains("--browser-binary /opt/chrome: no executable file");
    }

    @Test
    void takesWhatTheEnvironmentNames() throws BrowserTrouble {
        machine.with("/opt/chrome", CHROMIUM_156)
                .with("/opt/driver", DRIVER_156)
                .variable("SMOKE_BROWSER_BINARY", "/opt/chrome")
                .variable("SMOKE_DRIVER_BINARY", "/opt/driver");

        assertThat(find(BrowserChoice.DEFAULT).driver()).isEqualTo(Path.of("/opt/driver"));
    }

    @Test
    void takesTheUsualVariablesBeforeWhatIsInstalled() throws BrowserTrouble {
        machine.with("/usr/bin/chromium", CHROMIUM_156)
                .with("/usr/bin/chromedriver", DRIVER_156)
                .with("/opt/chrome", CHROMIUM_156)
                .with("/opt/driver", DRIVER_156)
                .variable("CHROME_BIN", "/opt/chrome")
                .systemProperty("webdriver.chrome.driver", "/opt/driver");

        FoundBrowser found = find(BrowserChoice.DEFAULT);

        assertThat(found.binary()).isEqualTo(Path.of("/opt/chrome"));
        assertThat(found.driver()).isEqualTo(Path.of("/opt/driver"));
    }

    @Test
    void goesOnWhereAUsualVariableNamesNothing() throws BrowserTrouble {
        machine.with("/usr/bin/chromium", CHROMIUM_156)
                .with("/usr/bin/chromedriver", DRIVER_156)
                .variable("CHROME_BIN", "/gone");

        assertThat(find(BrowserChoice.DEFAULT).binary()).isEqualTo(Path.of("/usr/bin/chromium"));
    }

    @Test
    void saysBothVersionsWhereDriverAndBrowserDoNotFit() {
        machine.with("/usr/bin/chromium", CHROMIUM_156).with("/usr/bin/chromedriver", "ChromeDriver 114.0.5735.90");

        BrowserTrouble trouble = trouble(BrowserChoice.DEFAULT);

        assertThat(trouble)
                .hasMessage("chromedriver 114.0.5735.90 (/usr/bin/chromedriver) needs a browser 114, found Chromium"
                        + " 156.0.8078.79 (/usr/bin/chromium); on Debian or Ubuntu: apt-get install chromium"
                        + " chromium-driver; or name them with --browser-binary and --driver-binary");
    }

    @Test
    void saysWhatToTypeWhereThereIsNothing() {
        BrowserTrouble trouble = trouble(BrowserChoice.DEFAULT);

        assertThat(trouble).hasMessageContaining("no browser was found; on Debian or Ubuntu: apt-get install chromium");
        assertThat(trouble.tried())
                .containsExactlyInAnyOrder(
                        "PATH and the usual places: no browser", "PATH and the usual places: no chromedriver");
    }

    @Test
    void saysThatAProgramDoesNotTellItsVersion() {
        machine.with("/usr/bin/chromium", "").with("/usr/bin/chromedriver", DRIVER_156);

        BrowserTrouble trouble = trouble(BrowserChoice.DEFAULT);

        assertThat(trouble.tried()).contains("installed /usr/bin/chromium: does not say its version");
    }

    @Test
    void asksOthersForADriverOnlyWhereABrowserLacksOne() throws BrowserTrouble {
        machine.with("/usr/bin/chromium", CHROMIUM_156);
        DriverLookup first = (major, kind, tried) -> {
            tried.accept("first: none for " + major);
            return Optional.empty();
        };
        DriverLookup second = (major, kind, tried) -> Optional.of(Path.of("/cache/driver"));

        assertThat(find(BrowserChoice.DEFAULT, first, second).driver()).isEqualTo(Path.of("/cache/driver"));
    }

    @Test
    void asksNobodyForADriverWhereThereIsNoBrowser() {
        DriverLookup never = (major, kind, tried) -> {
            throw new AssertionError("asked");
        };

        assertThat(trouble(BrowserChoice.DEFAULT, never)).hasMessageContaining("no browser was found");
    }

    @Test
    void asksNobodyWhereADriverWasNamed() {
        machine.with("/usr/bin/chromium", CHROMIUM_156).with("/opt/driver", "ChromeDriver 114.0.5735.90");
        DriverLookup never = (major, kind, tried) -> {
            throw new AssertionError("asked");
        };

        assertThat(trouble(choice(Name.CHROME, "", "/opt/driver"), never)).hasMessageContaining("needs a browser 114");
    }

    @Test
    void keepsEdgeToItsOwnDriver() throws BrowserTrouble {
        machine.with("/usr/bin/microsoft-edge", "Microsoft Edge 140.0.3485.54")
                .with("/usr/bin/chromedriver", DRIVER_156)
                .with("/usr/bin/msedgedriver", "Microsoft Edge WebDriver 140.0.3485.54 (hash)");

        assertThat(find(choice(Name.EDGE, "", "")).driver()).isEqualTo(Path.of("/usr/bin/msedgedriver"));
    }

    @Test
    void saysThatFirefoxIsNotThereYet() {
        assertThat(trouble(choice(Name.FIREFOX, "", "")))
                .hasMessage("Firefox cannot be used yet; use --browser chrome");
    }

    @Test
    void guessesTheFirstOfEachWithoutAskingForVersions() {
        machine.with("/usr/bin/google-chrome", "nobody asks")
                .with("/usr/bin/chromium", CHROMIUM_156)
                .with("/usr/bin/chromedriver", "nobody asks");

        assertThat(guess(BrowserChoice.DEFAULT))
                .contains(new FoundBrowser(
                        Name.CHROME,
                        Path.of("/usr/bin/google-chrome"),
                        Path.of("/usr/bin/chromedriver"),
                        "google-chrome"));
    }

    @Test
    void guessesNothingWhereOneOfThemIsMissing() {
        machine.with("/usr/bin/chromium", CHROMIUM_156);

        assertThat(guess(BrowserChoice.DEFAULT)).isEmpty();
    }

    @Test
    void guessesNothingElseThanWhatWasChosen() {
        machine.with("/usr/bin/chromium", CHROMIUM_156).with("/usr/bin/chromedriver", DRIVER_156);

        assertThat(guess(choice(Name.CHROME, "/gone", ""))).isEmpty();
        assertThat(guess(choice(Name.FIREFOX, "", ""))).isEmpty();
    }

    private Optional<FoundBrowser> guess(BrowserChoice choice) {
        return new BrowserFinder(machine, List.of()).guess(choice);
    }
}
