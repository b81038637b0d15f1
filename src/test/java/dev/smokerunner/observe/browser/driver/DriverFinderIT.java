package dev.smokerunner.observe.browser.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.standin.DownloadSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver is found in each of the ways, from a stand-in of the sites where it is needed; a browser is a script. */
class DriverFinderIT {
    private static final List<String> SETTINGS = List.of(
            "wdm.chromeGoodVersionsUrl",
            "wdm.chromeLastGoodVersionsUrl",
            "wdm.chromeDownloadUrlPattern",
            "wdm.chromeDriverUrl");

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private DownloadSite site;
    private Path browser;

    @BeforeEach
    void aBrowserWithoutDriver() throws IOException {
        site = new DownloadSite();
        browser = program("browser", "Chromium " + DownloadSite.VERSION);
        environment.put("SE_CACHE_PATH", directory.resolve("cache").toString());
        environment.put("SE_DRIVER_MIRROR_URL", site.url());
        environment.put("SE_BROWSER_MIRROR_URL", site.url());
        System.setProperty(SETTINGS.get(0), site.url() + "/known-good-versions-with-downloads.json");
        System.setProperty(SETTINGS.get(1), site.url() + "/last-known-good-versions-with-downloads.json");
        System.setProperty(SETTINGS.get(2), site.url() + "/%s/%s/chromedriver-%s.zip");
        System.setProperty(SETTINGS.get(3), site.url() + "/");
    }

    @AfterEach
    void close() {
        SETTINGS.forEach(System::clearProperty);
        site.close();
    }

    private Path program(String name, String words) throws IOException {
        Path program = directory.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\necho '" + words + "'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private Path find() throws BrowserException {
        return new DriverFinder(environment).find(BrowserChoice.DEFAULT, browser);
    }

    /** Without what this machine has installed. */
    private Optional<Path> managed(Attempts attempts) {
        return new ManagedDriver(environment)
                .find(DriverKind.CHROMEDRIVER, new ProgramVersion(DownloadSite.VERSION), attempts);
    }

    private static Attempts attempts() {
        return new Attempts(java.time.Duration.ofSeconds(60));
    }

    @Test
    void takesTheOneThatTheEnvironmentNames() throws Exception {
        Path driver = program("any/driver", "no version at all");
        environment.put("SMOKE_DRIVER", driver.toString());

        assertThat(find()).isEqualTo(driver);
    }

    @Test
    void doesNotFallBackWhereTheOneThatIsNamedIsMissing() {
        environment.put("SMOKE_DRIVER", "/gone");

        assertThat(catchThrowableOfType(BrowserException.class, this::find))
                .hasMessage("SMOKE_DRIVER /gone: no executable file");
    }

    @Test
    void takesAnInstalledOneOfTheSameMajorVersion() throws Exception {
        Path old = program("old/chromedriver", "ChromeDriver 155.0.1.1");
        Path fitting = program("new/chromedriver", "ChromeDriver 299.0.1.1");
        environment.put("CHROMEWEBDRIVER", old.getParent().toString());
        environment.put("PATH", fitting.getParent().toString());

        assertThat(find()).isEqualTo(fitting);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void listsAllThatItTriedWhereNothingMayBeFetched() throws Exception {
        browser = program("browser", "Chromium 42.0.1");
        Path old = program("old/chromedriver", "ChromeDriver 155.0.1.1");
        environment.put("CHROMEWEBDRIVER", old.getParent().toString());
        environment.put("CI", "true");

        BrowserException trouble = catchThrowableOfType(BrowserException.class, this::find);

        assertThat(trouble.tried())
                .contains(
                        "installed " + old + ": is of version 155.0.1.1, the browser of 42.0.1",
                        "WebDriverManager and Selenium Manager: nothing is fetched in CI unless SMOKE_INSTALL=1");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void fetchesByWebDriverManagerAndFindsThatAgainWithoutTheNetwork() throws Exception {
        Attempts attempts = attempts();
        Optional<Path> driver = managed(attempts);

        assertThat(attempts.lines()).isEmpty();
        assertThat(driver).isPresent();
        assertThat(driver.get()).startsWith(directory.resolve("cache"));
        site.empty();
        assertThat(new InstalledDrivers(environment, DriverKind.CHROMEDRIVER)
                        .fitting(Optional.of(new ProgramVersion(DownloadSite.VERSION)), attempts()))
                .isPresent();
    }

    @Test
    void saysWhatIsWrongWithAMirror() {
        site.empty();
        Attempts attempts = attempts();

        assertThat(managed(attempts)).isEmpty();
        assertThat(attempts.lines()).singleElement().asString().startsWith("WebDriverManager for chrome 299: ");
    }

    @Test
    void takesNothingFromATruncatedZip() {
        site.truncated();

        assertThat(managed(attempts())).isEmpty();
    }

    @Test
    void asksSeleniumManagerWhereWebDriverManagerFindsNothing() throws Exception {
        System.setProperty(SETTINGS.get(0), site.url() + "/gone");
        System.setProperty(SETTINGS.get(1), site.url() + "/gone");
        System.setProperty(SETTINGS.get(2), site.url() + "/gone/%s/%s/%s");

        assertThat(find()).startsWith(directory.resolve("cache")).hasFileName("chromedriver");
        site.close();
        assertThat(find()).startsWith(directory.resolve("cache"));
    }

    @Test
    void saysOfEachStepWhatItTriedWithoutTheNetwork() {
        site.close();

        BrowserException trouble = catchThrowableOfType(BrowserException.class, this::find);

        assertThat(trouble).hasMessageContaining("name one with --driver-binary or SMOKE_DRIVER");
        assertThat(trouble.tried())
                .anyMatch(line -> line.startsWith("WebDriverManager for chrome 299: "))
                .anyMatch(line -> line.startsWith("Selenium Manager: "));
    }
}
