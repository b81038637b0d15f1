package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralBrowsersOptionTest {
    private static final String PAGE = "https://www.example.com/";

    @TempDir
    Path temp;

    private static String refusal(String... arguments) {
        StubApplication application = new StubApplication(Verdict.PASS);
        Call call = Call.smoke(application, arguments);
        assertThat(application.ran).isEmpty();
        return call.err();
    }

    @Test
    void handsOnEachName() {
        StubApplication application = new StubApplication(Verdict.PASS);

        Call.smoke(application, "run", PAGE, "--browser", "chrome,firefox");

        assertThat(application.ran.get(0).browsers())
                .extracting(BrowserChoice::name)
                .containsExactly(Name.CHROME, Name.FIREFOX);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(refusal("run", PAGE, "--browser", "chrome,safari"))
                .contains("--browser: expected chrome, edge, firefox or none, got \"safari\"");
        assertThat(refusal("run", PAGE, "--browser", "chrome,chrome"))
                .contains("--browser: expected each browser once, got \"chrome,chrome\"");
        assertThat(refusal("run", PAGE, "--browser", "chrome,none")).contains("--browser: expected none alone");
        assertThat(refusal("run", PAGE, "--browser", "chrome,firefox", "--browser-binary", "/opt/chrome"))
                .contains("--browser-binary: expected one kind of browser with it, got 2 and /opt/chrome");
    }

    @Test
    void refusesABrowserThatCannotBeTheDeviceOfAConfig() throws IOException {
        Path config = Files.writeString(temp.resolve("shop.yaml"), """
                name: shop
                environments: {production: {url: https://shop.example/}}
                browser: {device: 390x844@3}
                """);

        assertThat(refusal("run", config.toString(), "--browser", "firefox"))
                .contains("--browser: expected chrome or edge for a device or touch, got firefox");
    }
}
