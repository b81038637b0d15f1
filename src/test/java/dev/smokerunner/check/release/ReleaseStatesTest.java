package dev.smokerunner.check.release;

import static dev.smokerunner.check.ASite.file;
import static dev.smokerunner.check.ASite.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.ASite.AFile;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageChange.Kind;
import dev.smokerunner.observation.PageChange.Touched;
import dev.smokerunner.result.ReleaseState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseStatesTest {
    private static final PageChange CHANGED_TEXT =
            new PageChange(Kind.CHANGED, Touched.TEXT, "<p>", List.of(), "'one' was packaged, 'two' is served");

    @Test
    void isLiveWhenAllFilesAreServed() {
        assertThat(state(file("index.html"), file("js/app.js"))).isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void isLiveWhenSomethingOnTheWayMinifiesIt() {
        AFile page = file("index.html").altered(Difference.Kind.WHITE_SPACE, "only white space");

        assertThat(state(page, file("js/app.js"))).isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void isLiveWithoutWhatNoPageNeeds() {
        assertThat(state(
                        file("index.html"),
                        file("app.js.map").answering(404),
                        file(".DS_Store").answering(403)))
                .isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void isLiveWhereTheServerHasAFoldersPageUnderOneNameOnly() {
        assertThat(state(file("index.html").asFolder(), file("index.html").answering(404)))
                .isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void isStaleWhenTheOldPageIsServedUnderOneOfItsNames() {
        assertThat(state(file("index.html").asFolder().differing(0.9), file("index.html"), file("js/app.js")))
                .isNotEqualTo(ReleaseState.LIVE);
    }

    @Test
    void isStaleWhenThePageIsAnotherOneOfTheSameProduct() {
        assertThat(state(file("index.html").differing(0.7), file("js/app.js").answering(404)))
                .isEqualTo(ReleaseState.STALE);
    }

    @Test
    void isForeignWhenThePageIsUnlikeThoughTheAssetsAreTheReleases() {
        assertThat(state(file("index.html").differing(0.1), file("js/app.js"))).isEqualTo(ReleaseState.FOREIGN);
    }

    @Test
    void isForeignWhereALogInPageAnswers() {
        assertThat(state(file("index.html").called("Account", true), file("js/app.js")))
                .isEqualTo(ReleaseState.FOREIGN);
        assertThat(state(file("index.html"), file("help.html").called("Sign in", false)))
                .isEqualTo(ReleaseState.FOREIGN);
    }

    @Test
    void isStaleWhenThePageNamesFilesOfAnotherRelease() {
        assertThat(state(file("index.html").naming("js/app-2.js"), file("js/app.js")))
                .isEqualTo(ReleaseState.STALE);
    }

    @Test
    void isStaleWhenACacheKeptAnotherTextAndNotWhenItHasJustAsked() {
        AFile kept = file("index.html").differingIn(CHANGED_TEXT).with("x-cache", "HIT");

        assertThat(state(kept.with("age", "9"), file("js/app.js"))).isEqualTo(ReleaseState.STALE);
        assertThat(state(kept.with("age", "0"), file("js/app.js"))).isEqualTo(ReleaseState.ALTERED);
    }

    @Test
    void isAlteredWhenNothingSaysThatThePageIsOfAnotherRelease() {
        assertThat(state(file("index.html").differingIn(CHANGED_TEXT), file("js/app.js")))
                .isEqualTo(ReleaseState.ALTERED);
    }

    @Test
    void isLiveWhenOnlyTheFooterIsAnother() {
        PageChange footer = new PageChange(Kind.CHANGED, Touched.FOOTER, "<p>", List.of(), "2025");

        assertThat(state(file("index.html").differingIn(footer), file("js/app.js")))
                .isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void isMissingWhenAnAlteredPageLacksItsAssets() {
        assertThat(state(
                        file("index.html").differingIn(CHANGED_TEXT),
                        file("js/app.js").answering(404)))
                .isEqualTo(ReleaseState.MISSING);
    }

    @Test
    void isStaleWhenThePageIsThatOfTheReleaseBefore() {
        assertThat(state(file("index.html").ofPrevious(), file("js/app.js"))).isEqualTo(ReleaseState.STALE);
    }

    @Test
    void isMixedWhenOldPagesMeetNewAssets() {
        assertThat(state(file("index.html").ofPrevious(), file("js/app.js").replaced()))
                .isEqualTo(ReleaseState.MIXED);
    }

    @Test
    void isMixedWhenNewPagesMeetOldAssets() {
        assertThat(state(file("index.html"), file("js/app.js").ofPrevious())).isEqualTo(ReleaseState.MIXED);
        assertThat(state(
                        file("index.html"),
                        file("css/app.css").differing(0.9),
                        file("js/app.js").ofPrevious()))
                .isEqualTo(ReleaseState.MIXED);
    }

    @Test
    void isMixedWhenACacheKeptAnotherFile() {
        AFile kept = file("css/app.css").differing(0.9).with("x-cache", "HIT").with("age", "9");

        assertThat(state(file("index.html"), kept)).isEqualTo(ReleaseState.MIXED);
    }

    @Test
    void isMixedWhenAFileIsHardlyLikeThePackaged() {
        assertThat(state(file("index.html"), file("js/app.js").differing(0.1))).isEqualTo(ReleaseState.MIXED);
    }

    @Test
    void isAlteredWhenNothingSaysThatAFileIsOfAnotherRelease() {
        assertThat(state(file("index.html"), file("css/app.css").differing(0.9)))
                .isEqualTo(ReleaseState.ALTERED);
        assertThat(state(
                        file("index.html").differingIn(CHANGED_TEXT),
                        file("css/app.css").differing(0.9)))
                .isEqualTo(ReleaseState.ALTERED);
    }

    @Test
    void isMissingWhenOtherFilesAreNotThereBesideAnAlteredOne() {
        assertThat(state(
                        file("index.html"),
                        file("css/app.css").differing(0.9),
                        file("js/app.js").answering(404)))
                .isEqualTo(ReleaseState.MISSING);
    }

    @Test
    void isMissingWhenAssetsOfANewPageAreNotThere() {
        assertThat(state(file("index.html"), file("js/app.js").answering(404))).isEqualTo(ReleaseState.MISSING);
    }

    @Test
    void isMissingWhenAPageAnswersForAnAsset() {
        AFile fallback = file("js/app.js").differing(0).with("content-type", "text/html");

        assertThat(state(file("index.html"), fallback)).isEqualTo(ReleaseState.MISSING);
    }

    @Test
    void isMissingWhenNothingIsThere() {
        assertThat(state(file("index.html").answering(403), file("js/app.js").answering(403)))
                .isEqualTo(ReleaseState.MISSING);
    }

    @Test
    void isForeignWhenAnotherProductAnswers() {
        assertThat(state(file("index.html").differing(0.1), file("js/app.js").answering(404)))
                .isEqualTo(ReleaseState.FOREIGN);
    }

    @Test
    void isConvergingWhenSomePagesAreNewAndOthersAreNot() {
        assertThat(state(file("index.html"), file("help/index.html").differing(0.9), file("js/app.js")))
                .isEqualTo(ReleaseState.CONVERGING);
    }

    @Test
    void isStaleWhenThePagesThatAreLiveAreThoseOfBothReleases() {
        assertThat(state(
                        file("index.html").ofPrevious(),
                        file("help/index.html").kept(),
                        file("js/app.js").kept()))
                .isEqualTo(ReleaseState.STALE);
        assertThat(state(
                        file("index.html").ofPrevious(), file("help/index.html").replaced()))
                .isEqualTo(ReleaseState.CONVERGING);
    }

    @Test
    void isConvergingOverAllWhenOnlyOtherPlacesLagBehind() {
        assertThat(ReleaseStates.over(List.of(ReleaseState.LIVE, ReleaseState.STALE)))
                .isEqualTo(ReleaseState.CONVERGING);
        assertThat(ReleaseStates.over(List.of(ReleaseState.STALE, ReleaseState.LIVE)))
                .isEqualTo(ReleaseState.STALE);
    }

    private static ReleaseState state(AFile... files) {
        return ReleaseStates.of(serving(files).first());
    }
}
