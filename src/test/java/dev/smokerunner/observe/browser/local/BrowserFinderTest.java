package dev.smokerunner.observe.browser.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.observe.browser.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserFinderTest {
    private final FakeMachine machine = new FakeMachine();

    private Path find(BrowserChoice choice) throws BrowserException {
        return new BrowserFinder(machine).find(choice);
    }

    private BrowserException trouble(BrowserChoice choice) {
        return catchThrowableOfType(BrowserException.class, () -> find(choice));
    }

    private static BrowserChoice choice(Name name, String binary) {
        return new BrowserChoice(
                name,
                Optional.of(binary).filter(path -> !path.isEmpty()).map(Path::of),
                Optional.empty(),
                Screen.DEFAULT,
                Map.of(),
                Optional.empty(),
                Engine.DEVTOOLS);
    }

    @Test
    void findsTheInstalledBrowser() throws BrowserException {
        machine.with("/usr/bin/chromium");

        assertThat(find(BrowserChoice.DEFAULT)).isEqualTo(Path.of("/usr/bin/chromium"));
    }

    @Test
    void takesWhatWasChosenAndNothingElse() throws BrowserException {
        machine.with("/usr/bin/chromium").with("/opt/chrome");

        assertThat(find(choice(Name.CHROME, "/opt/chrome"))).isEqualTo(Path.of("/opt/chrome"));
    }

    @Test
    void doesNotFallBackWhenWhatWasChosenIsMissing() {
        machine.with("/usr/bin/chromium");

        BrowserException trouble = trouble(choice(Name.CHROME, "/opt/chrome"));

        assertThat(trouble.tried()).contains("--browser-binary /opt/chrome: no executable file");
    }

    @Test
    void takesWhatTheEnvironmentNames() throws BrowserException {
        machine.with("/usr/bin/chromium").with("/opt/chrome").variable("SMOKE_BROWSER_BINARY", "/opt/chrome");

        assertThat(find(BrowserChoice.DEFAULT)).isEqualTo(Path.of("/opt/chrome"));
    }

    @Test
    void takesTheUsualVariableBeforeWhatIsInstalled() throws BrowserException {
        machine.with("/usr/bin/chromium").with("/opt/chrome").variable("CHROME_BIN", "/opt/chrome");

        assertThat(find(BrowserChoice.DEFAULT)).isEqualTo(Path.of("/opt/chrome"));
    }

    @Test
    void goesOnWhereTheUsualVariableNamesNothing() throws BrowserException {
        machine.with("/usr/bin/chromium").variable("CHROME_BIN", "/gone");

        assertThat(find(BrowserChoice.DEFAULT)).isEqualTo(Path.of("/usr/bin/chromium"));
    }

    @Test
    void saysWhatToTypeWhereThereIsNothing() {
        BrowserException trouble = trouble(BrowserChoice.DEFAULT);

        assertThat(trouble)
                .hasMessage(
                        "no browser was found; smoke install chrome fetches one, or, on Debian or Ubuntu, apt-get install"
                                + " chromium; or name one with --browser-binary");
        assertThat(trouble.tried()).containsExactly("PATH and the usual places: no browser");
    }

    @Test
    void findsWhatWasFetchedWhereNoneIsInstalled() throws BrowserException {
        machine.variable("HOME", "/home/me").with("/home/me/.cache/selenium/chrome/linux64/156.0.1.1/chrome");
        assertThat(find(BrowserChoice.DEFAULT))
                .isEqualTo(Path.of("/home/me/.cache/selenium/chrome/linux64/156.0.1.1/chrome"));

        machine.with("/usr/bin/chromium");
        assertThat(find(BrowserChoice.DEFAULT)).isEqualTo(Path.of("/usr/bin/chromium"));
    }

    @Test
    void takesTheNewestOfThoseThatWereFetched() throws BrowserException {
        machine.variable("HOME", "/home/me");
        for (String version : List.of("99.0.2", "156.0.10.1", "156.0.9.1", "156.0.9")) {
            machine.with("/home/me/.cache/selenium/chrome/linux64/" + version + "/chrome");
        }

        assertThat(find(BrowserChoice.DEFAULT))
                .isEqualTo(Path.of("/home/me/.cache/selenium/chrome/linux64/156.0.10.1/chrome"));
    }

    @Test
    void findsEdgeWhereEdgeWasChosen() throws BrowserException {
        machine.with("/usr/bin/chromium").with("/usr/bin/microsoft-edge");

        assertThat(find(choice(Name.EDGE, ""))).isEqualTo(Path.of("/usr/bin/microsoft-edge"));
    }

    @Test
    void findsFirefoxUnderTheNameThatDebianGivesIt() throws BrowserException {
        machine.with("/usr/bin/chromium").with("/usr/bin/firefox-esr");

        assertThat(find(choice(Name.FIREFOX, ""))).isEqualTo(Path.of("/usr/bin/firefox-esr"));
    }

    @Test
    void findsFirefoxWhereMacsKeepIt() throws BrowserException {
        String mac = "/Applications/Firefox.app/Contents/MacOS/firefox";
        machine.with(mac);
        assertThat(find(choice(Name.FIREFOX, ""))).isEqualTo(Path.of(mac));
    }

    @Test
    void findsFirefoxWhereWindowsKeepsIt() throws BrowserException {
        machine.variable("ProgramFiles", "/programs").with("/programs/Mozilla Firefox/firefox.exe");

        assertThat(find(choice(Name.FIREFOX, ""))).isEqualTo(Path.of("/programs/Mozilla Firefox/firefox.exe"));
    }

    @Test
    void takesNoBrowserOfAnotherFamilyForFirefox() throws BrowserException {
        machine.with("/usr/bin/firefox")
                .with("/opt/chrome")
                .with("/opt/firefox")
                .variable("SMOKE_BROWSER_BINARY", "/opt/chrome");
        assertThat(find(choice(Name.FIREFOX, ""))).isEqualTo(Path.of("/usr/bin/firefox"));

        machine.variable("FIREFOX_BIN", "/opt/firefox");
        assertThat(find(choice(Name.FIREFOX, ""))).isEqualTo(Path.of("/opt/firefox"));
    }

    @Test
    void saysHowToInstallFirefox() {
        assertThat(trouble(choice(Name.FIREFOX, "")))
                .hasMessage("no browser was found; smoke install firefox fetches one, or, on Debian, apt-get install"
                        + " firefox-esr; or name one with --browser-binary");
    }
}
