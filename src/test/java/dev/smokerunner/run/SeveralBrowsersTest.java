package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.Screen;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SeveralBrowsersTest {
    private static final BrowserChoice CHROME = BrowserChoice.DEFAULT;
    private static final BrowserChoice FIREFOX = CHROME.withName(Name.FIREFOX);
    private static final Screen PHONE = new Screen(390, 844, Optional.of(3.0), true, Optional.empty());

    @TempDir
    private Path site;

    private final TestTime time = new TestTime();

    private SmokeResult run(String page, BrowserChoice... browsers) throws IOException {
        Files.writeString(site.resolve("index.html"), "<!DOCTYPE html><title>Shop</title>" + page);
        Browsers none = (choice, grid) -> {
            throw new BrowserException("no " + choice.name().title() + " was found", List.of());
        };
        return new PlanRunner(Progress.SILENT, none, time.system())
                .run(APlan.of(site).withBrowsers(browsers).plan());
    }

    private static List<String> names(BrowserChoice... browsers) {
        return Viewer.all(List.of(browsers)).stream()
                .map(viewer -> viewer.name().orElse("-"))
                .toList();
    }

    @Test
    void haveNamesThatTellThemApart() {
        assertThat(names(CHROME)).containsExactly("-");
        assertThat(names(CHROME, FIREFOX, CHROME.withScreen(PHONE), CHROME.withScreen(Screen.window(390, 844))))
                .containsExactly("Chrome", "Firefox", "Chrome 390x844@3", "Chrome 390x844");
        assertThat(names(CHROME, CHROME.withBinary(Path.of("/opt/chrome-120/chrome"))))
                .containsExactly("Chrome", "Chrome (2)");
    }

    @Test
    void lookAtEachPageEach() throws IOException {
        SmokeResult result = run("<p>Hi", CHROME, FIREFOX);

        assertThat(result.pages())
                .extracting(PageResult::browser)
                .containsExactly(Optional.of("Chrome"), Optional.of("Firefox"));
    }

    @Test
    void areInconclusiveWhereOneCouldNotLookAndSayWhich() throws IOException {
        SmokeResult result = run("<p>Hi", FIREFOX, CHROME);

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.reason().orElseThrow()).contains("could not be judged: in Firefox: no Firefox was found");
    }

    @Test
    void failByWhatIsSeenWithoutThemAndSayItOnce() throws IOException {
        SmokeResult result = run("<script src='gone.js'></script>", CHROME, FIREFOX);

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.findings())
                .filteredOn(finding -> finding.check().equals("asset-status"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.browsers()).isEmpty())
                .extracting(Finding::subject)
                .asString()
                .endsWith("gone.js");
    }
}
