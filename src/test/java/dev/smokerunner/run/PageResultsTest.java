package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PageResultsTest {
    private static final List<CheckResult> CHECKS = List.of(CheckResult.judged("page-status", 1, List.of()));

    @Test
    void tellsTheStatusThatTheBrowserGot() {
        APage page = APage.healthy()
                .answered(AnAnswer.of(503, "text/html", ""))
                .navigated(ARequest.of(Kind.DOCUMENT, "/").answered(203, "text/html"));

        assertThat(of(page).status()).hasValue(203);
    }

    @Test
    void tellsTheStatusOfPlainHttpWhereTheBrowserGotNone() {
        APage page = APage.healthy().answered(AnAnswer.of(404, "text/html", ""));

        assertThat(of(page.withoutNavigation()).status()).hasValue(404);
    }

    @Test
    void tellsWithoutABrowserOnlyWhatPlainHttpKnows() {
        PageResult result = of(APage.healthy().withoutBrowser("there is none", Fault.TOOL));

        assertThat(result.status()).hasValue(200);
        assertThat(result.timings().document()).isPresent();
        assertThat(result.timings().load()).isEmpty();
        assertThat(result.screenshot()).isEmpty();
        assertThat(result.loaded()).isEmpty();
        assertThat(result.requests()).isZero();
    }

    @Test
    void tellsNoTimeOfADocumentThatIsNotHtml() {
        APage page = APage.healthy().withoutBrowser("there is none", Fault.TOOL).withoutHtml("a PDF", Fault.TARGET);

        assertThat(of(page).timings()).isEqualTo(Timings.NONE);
    }

    @Test
    void listsTheAssetsThatLoadedAndNoCalls() {
        APage page = APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "/js/app.js").answered(200, "text/javascript"))
                .requested(ARequest.of(Kind.STYLE, "/gone.css").answered(404, "text/html"))
                .requested(ARequest.of(Kind.CALL, "/api/towns").answered(200, "application/json"));

        assertThat(of(page).loaded())
                .extracting(LoadedAsset::url, LoadedAsset::role)
                .containsExactly(org.assertj.core.api.Assertions.tuple(APage.URL.resolve("/js/app.js"), "script"));
        assertThat(of(page).requests()).isEqualTo(4);
    }

    @Test
    void listsABoundedNumberOfAssets() {
        APage page = APage.healthy();
        for (int i = 0; i < 600; i++) {
            page.requested(ARequest.of(Kind.IMAGE, "/tile-" + i + ".png").answered(200, "image/png"));
        }

        assertThat(of(page).loaded()).hasSize(500);
    }

    @Test
    void countsAnAddressOnceHoweverOftenItIsNamed() {
        APage page = APage.healthy()
                .naming(Role.IMAGE, "/a.png")
                .naming(Role.IMAGE, "/a.png", Reference.Origin.TABLE)
                .naming(Role.FONT, "/b.woff2");

        assertThat(of(page).references()).isEqualTo(2);
    }

    @Test
    void knowsNothingOfAPageThatWasNotSeen() {
        URI url = URI.create("https://shop.example/help");

        assertThat(PageResults.unseen(
                        new SeenPage(
                                0,
                                new PagePlan("help", Expectations.NONE),
                                Optional.empty(),
                                url,
                                url,
                                Optional.empty(),
                                Captured.unseen("it was interrupted", Captured.Fault.TOOL)),
                        CHECKS))
                .isEqualTo(new PageResult(
                        url, OptionalInt.empty(), Timings.NONE, 0, 0, Optional.empty(), List.of(), CHECKS));
    }

    private static PageResult of(APage page) {
        return PageResults.of(page.seen(), Optional.empty(), Expectations.NONE, CHECKS);
    }
}
