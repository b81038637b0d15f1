package dev.smokerunner.check.release;

import static dev.smokerunner.check.ASite.file;
import static dev.smokerunner.check.ASite.serving;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.PreviousSighting.PageLoads;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code release} says of what the page loaded before the release and loads now. */
class ReleaseDiffTest {
    private static final SiteObservation NOTHING_ASKED =
            SiteObservation.of(Captured.unseen("a live site", Fault.NOT_ASKED));

    @Test
    void findsWhatIsStillShippedAndNoLongerLoaded() {
        SiteObservation site = serving(file("index.html"), file("js/main-7b1d33.js"))
                .seen()
                .withPrevious(before(true, script("js/main-3f9a12.js", 900)));

        List<Finding> findings =
                judged(APage.withBody("<h1>Shop</h1>").on(site)).findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.impact()).isEqualTo(Severity.SEV2);
            assertThat(finding.message())
                    .isEqualTo("still shipped, no longer loaded: the page of the release before loads"
                            + " /js/main-3f9a12.js, and this one neither loads nor names it");
        });
    }

    @Test
    void leavesAScriptAloneThatThePageNamesUnderANewFingerprint() {
        SiteObservation site = serving(file("index.html"), file("js/main-7b1d33.js"))
                .seen()
                .withPrevious(before(true, script("js/main-3f9a12.js", 900)));
        APage page =
                APage.withBody("<script src=\"js/main-7b1d33.js\"></script>").on(site);

        assertThat(judged(page).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "'<script>run(\"[type=\\\"text/plain\\\"]\")</script>', 0",
        "'<script src=\"https://consent.test/a.js\"></script>', 0"
    })
    void findsAScriptThatWaitsForAToolThatIsNotThere(String tool, int findings) {
        SiteObservation site = serving(file("index.html"), file("js/main-7b1d33.js"))
                .seen()
                .withPrevious(before(true, script("js/main-7b1d33.js", 900)));
        APage page = APage.withBody("<script type=\"text/plain\" src=\"js/main-7b1d33.js\"></script>", tool)
                .on(site);

        assertThat(judged(page).findings()).hasSize(findings);
    }

    @Test
    void notesWhatIsNeitherShippedNorLoadedAnyMore() {
        SiteObservation site =
                serving(file("index.html")).seen().withPrevious(before(true, script("js/old-3f9a12.js", 900)));

        assertThat(judged(APage.healthy().on(site)).findings())
                .extracting(Finding::impact, Finding::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Severity.SEV4, "no longer loaded: the page of the release before loads /js/old-3f9a12.js"));
    }

    @Test
    void notesWhatGrewAndWhatComesFromANewHost() {
        SiteObservation site = NOTHING_ASKED.withPrevious(before(true, script("js/main-3f9a12.js", 20_000)));
        APage page = APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "js/main-7b1d33.js")
                        .answered(200, "text/javascript")
                        .ofBytes(60_000))
                .requested(ARequest.of(Kind.SCRIPT, "https://tags.example.net/t.js")
                        .answered(200, "text/javascript"))
                .on(site);

        assertThat(judged(page).findings())
                .extracting(Finding::message)
                .containsExactly(
                        "grew by more than half: /js/main-3f9a12.js from 20.0 kB to 60.0 kB",
                        "loads from a host that the release before did not load from: tags.example.net");
    }

    @Test
    void comparesNothingWhileTheOldPageIsServed() {
        SiteObservation site = serving(file("index.html").differing(0.9), file("js/main-7b1d33.js"))
                .seen()
                .withPrevious(before(true, script("js/main-3f9a12.js", 900)));

        assertThat(judged(APage.healthy().on(site)).findings())
                .extracting(Finding::message)
                .allMatch(message -> message.startsWith("stale: "));
    }

    private static Captured<PreviousSighting> before(boolean isComplete, LoadedAsset... assets) {
        return Captured.seen(new PreviousSighting(
                "before",
                List.of(),
                true,
                List.of(new PageLoads(APage.URL, Optional.empty(), isComplete, Arrays.asList(assets)))));
    }

    private static LoadedAsset script(String path, long bytes) {
        return new LoadedAsset(APage.URL.resolve(path), "script", bytes);
    }

    private static Finding finding(SiteObservation site) {
        List<Finding> findings = judged(APage.healthy().on(site)).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static CheckResult judged(APage page) {
        return page.judgedBy(new ReleaseCheck());
    }
}
