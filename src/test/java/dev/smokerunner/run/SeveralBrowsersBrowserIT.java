package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.Screen;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a second browser or a second window is for: what breaks in one of them alone. */
@Timeout(120)
class SeveralBrowsersBrowserIT {
    private static final BrowserChoice CHROME = BrowserChoice.DEFAULT;
    private static final BrowserChoice FIREFOX = CHROME.withName(Name.FIREFOX);
    private static final BrowserChoice PHONE =
            CHROME.withScreen(new Screen(390, 844, Optional.of(3.0), true, Optional.of("Pocket/1.0 (a phone)")));

    @TempDir
    private Path site;

    private SmokeResult run(Expectations expected, BrowserChoice... browsers) {
        return new PlanRunner()
                .run(APlan.of(site).expecting(expected).withBrowsers(browsers).plan());
    }

    private void page(String body) throws IOException {
        Files.writeString(
                site.resolve("index.html"),
                "<!DOCTYPE html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
                        + "<title>Tea</title><h1>Tea</h1><p>Twelve kinds of it.</p>" + body);
    }

    @Test
    void tellWhatBreaksInFirefoxAloneAndWhatBreaksInBoth() throws IOException {
        page("<p id=brands></p><button>Order</button><script src=brands.js></script><script src=both.js></script>");
        Files.writeString(site.resolve("brands.js"), """
                document.querySelector("#brands").textContent =
                    navigator.userAgentData.brands.length;
                """);
        Files.writeString(site.resolve("both.js"), """
                document.querySelector("button").onclick = function () {};
                document.querySelector("#basket").hidden = false;
                """);

        SmokeResult result = run(Expectations.NONE, CHROME, FIREFOX);

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.pages())
                .extracting(page -> page.browser().orElseThrow())
                .containsExactly("Chrome", "Firefox");
        assertThat(result.pages()).allMatch(page -> page.screenshot().isPresent());
        assertThat(result.findings())
                .filteredOn(finding -> finding.check().equals("page-error"))
                .extracting(SeveralBrowsersBrowserIT::file, Finding::browsers)
                .containsExactlyInAnyOrder(
                        Tuple.tuple("brands.js", List.of("Firefox")), Tuple.tuple("both.js", List.of()));
    }

    private static String file(Finding finding) {
        return finding.where().orElseThrow().file();
    }

    @Test
    void tellWhatOnlyTheNarrowScreenHides() throws IOException {
        page("<style>@media (max-width: 600px) { .order { display: none } }</style><button class=order>Order</button>");

        SmokeResult result = run(Expecting.elements(RequiredElement.of(".order")), CHROME, PHONE);

        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(".order");
            assertThat(finding.browsers()).containsExactly("Chrome 390x844@3");
        });
    }

    @Test
    void showADeviceAsItIs() throws IOException {
        page("""
                <pre></pre><script>document.querySelector("pre").textContent = [innerWidth, devicePixelRatio,
                    navigator.maxTouchPoints, "ontouchstart" in window, matchMedia("(pointer: coarse)").matches,
                    navigator.userAgent].join(" ");
                if (navigator.maxTouchPoints === 0) { throw new Error(document.querySelector("pre").textContent) }</script>
                """);

        SmokeResult phone = run(Expecting.elements(shown("390 3 5 true true Pocket/1.0 (a phone)")), PHONE);
        BrowserChoice small =
                FIREFOX.withScreen(new Screen(500, 844, Optional.of(2.0), false, Optional.of("Pocket/1.0 (a phone)")));
        SmokeResult firefox = run(Expecting.elements(shown("500 2 0 false false Pocket/1.0 (a phone)")), small);

        assertThat(phone.findings()).isEmpty();
        assertThat(firefox.findings()).extracting(Finding::check).containsExactly("page-error");
        assertThat(phone.pages()).extracting(PageResult::browser).containsExactly(Optional.empty());
    }

    private static RequiredElement shown(String text) {
        return new RequiredElement("pre", Optional.of(new TextPattern(text)), OptionalInt.empty(), true, Severity.SEV2);
    }
}
