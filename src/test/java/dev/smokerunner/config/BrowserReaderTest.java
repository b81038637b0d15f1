package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserReaderTest {
    private static final BrowserChoice CHROME = BrowserChoice.DEFAULT;
    private static final BrowserChoice FIREFOX = CHROME.withName(Name.FIREFOX);
    private static final Screen NARROW = Screen.window(390, 844);
    private static final Screen PHONE = new Screen(390, 844, Optional.of(3.0), true, Optional.empty());

    @TempDir
    Path temp;

    private List<BrowserChoice> read(String browser, Name... asked) throws ConfigException, IOException {
        String text = "name: shop\nenvironments: {production: {url: https://shop.example/}}\n" + browser;
        Path file = Files.writeString(temp.resolve("shop.yaml"), text);
        BrowserOverride override =
                new BrowserOverride(List.of(asked), Optional.empty(), Optional.empty(), Optional.empty());
        RunOptions options = new RunOptions(override, RunOptions.DEFAULT.failOn(), RunOptions.DEFAULT.timeout());
        return new ConfigFile(file, name -> Optional.empty())
                .plan(new Selection(Optional.empty(), Optional.empty(), options))
                .browsers();
    }

    @Test
    void readsOneBrowser() throws ConfigException, IOException {
        assertThat(read("")).containsExactly(CHROME);
        assertThat(read("browser: firefox\n")).containsExactly(FIREFOX);
        assertThat(read("browser: {window: 390x844}\n")).containsExactly(CHROME.withScreen(NARROW));
    }

    @Test
    void readsAListOfNamesAndMaps() throws ConfigException, IOException {
        assertThat(read("browser: [chrome, firefox]\n")).containsExactly(CHROME, FIREFOX);
        assertThat(read("browser: [{name: chrome, device: 390x844@3}, firefox]\n"))
                .containsExactly(CHROME.withScreen(PHONE), FIREFOX);
    }

    @Test
    void looksWithEachBrowserInEachWindow() throws ConfigException, IOException {
        assertThat(read("browser: {name: [chrome, firefox], window: [1280x800, 390x844], headers: {X-A: b}}\n"))
                .extracting(BrowserChoice::name, BrowserChoice::screen, BrowserChoice::headers)
                .containsExactly(
                        tuple(Name.CHROME, Screen.DEFAULT),
                        tuple(Name.CHROME, NARROW),
                        tuple(Name.FIREFOX, Screen.DEFAULT),
                        tuple(Name.FIREFOX, NARROW));
    }

    private static org.assertj.core.groups.Tuple tuple(Name name, Screen screen) {
        return org.assertj.core.groups.Tuple.tuple(name, screen, Map.of("X-A", "b"));
    }

    @Test
    void takesADeviceForTouchedUnlessItIsSaidNotToBe() throws ConfigException, IOException {
        assertThat(read("browser: {name: firefox, device: 820x1180@1.5, touch: false, user-agent: Tablet/1}\n"))
                .extracting(BrowserChoice::screen)
                .containsExactly(new Screen(820, 1180, Optional.of(1.5), false, Optional.of("Tablet/1")));
        assertThat(read("browser: {touch: true}\n").get(0).screen().touch()).isTrue();
    }

    @Test
    void keepsOfTheListWhatIsAskedFor() throws ConfigException, IOException {
        String list = "browser: [chrome, {name: chrome, window: 390x844}, firefox]\n";

        assertThat(read(list, Name.FIREFOX)).containsExactly(FIREFOX);
        assertThat(read(list, Name.CHROME)).containsExactly(CHROME, CHROME.withScreen(NARROW));
    }

    @Test
    void putsWhatTheListDoesNotHaveInThePlaceOfEach() throws ConfigException, IOException {
        String windows = "browser: {window: [1280x800, 390x844]}\n";

        assertThat(read(windows, Name.FIREFOX)).containsExactly(FIREFOX, FIREFOX.withScreen(NARROW));
        assertThat(read(windows, Name.NONE)).containsExactly(CHROME.withName(Name.NONE));
        assertThat(read("browser: [chrome, firefox]\n", Name.EDGE)).containsExactly(CHROME.withName(Name.EDGE));
    }
}
