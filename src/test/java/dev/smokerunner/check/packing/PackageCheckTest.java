package dev.smokerunner.check.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.runner.Findings;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PackageContents.Trait;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageCheckTest {
    private static final PackagedFile PAGE = file("index.html");

    private static PackagedFile file(String key, String... namedBy) {
        return new PackagedFile(key, 100, List.of(namedBy));
    }

    private static APage page(PackagedFile... files) {
        List<PackagedFile> all = new ArrayList<>(List.of(PAGE));
        all.addAll(Arrays.asList(files));
        return APage.healthy().packed(all.toArray(PackagedFile[]::new));
    }

    private static List<Finding> findings(PackagedFile... files) {
        return page(files).judgedBy(new PackageCheck()).findings();
    }

    private static List<Severity> impacts(PackagedFile... files) {
        return findings(files).stream().map(Finding::impact).toList();
    }

    @Test
    void isSkippedForALiveSite() {
        assertThat(APage.healthy().judgedBy(new PackageCheck()).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void aFingerprintedScriptThatNothingNamesIsFound() {
        Finding finding = findings(file("js/app.js", "index.html"), file("js/vendor-3f9a77b1.js"))
                .get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.subject()).isEqualTo("js/vendor-3f9a77b1.js");
        assertThat(finding.message()).contains("nothing in the package names it");
        assertThat(finding.where().orElseThrow().file()).isEqualTo("js/vendor-3f9a77b1.js");
    }

    @Test
    void scriptsThatOnlyNameEachOtherAreNamedByNobody() {
        assertThat(impacts(
                        file("js/app.js", "index.html"),
                        file("js/main-3f9a77b1.js", "js/part-88c0d1e2.js"),
                        file("js/part-88c0d1e2.js", "js/main-3f9a77b1.js")))
                .containsExactly(Severity.SEV2);
    }

    @Test
    void allOrphansAreOneFindingWithTheMostTellingFirst() {
        List<Finding> findings = findings(file("js/a.js"), file("js/main-3f9a77b1.js"));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).subject()).isEqualTo("js/main-3f9a77b1.js");
        assertThat(findings.get(0).evidence()).containsExactly("also js/a.js");
    }

    @Test
    void aPlainScriptIsMissedWhereThePagesNameNone() {
        assertThat(impacts(file("js/app.js"))).containsExactly(Severity.SEV2);
    }

    @Test
    void aPlainScriptBesideAnotherIsWorthANote() {
        assertThat(impacts(file("js/app.js", "index.html"), file("js/old.js"))).containsExactly(Severity.SEV4);
    }

    @Test
    void aPlainScriptIsMissedWhereThePageLacksCode() {
        List<Finding> findings = page(file("js/app.js", "index.html"), file("js/vendor.js"))
                .throwing("ReferenceError: $ is not defined", "js/app.js", 1)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("package");
        assertThat(findings.get(0).evidence()).anyMatch(line -> line.contains("$ is not defined"));
    }

    @Test
    void aStyleSheetIsMissedWhereThePageHasNone() {
        assertThat(impacts(file("js/app.js", "index.html"), file("css/site.css")))
                .containsExactly(Severity.SEV2);
    }

    @Test
    void aLeftoverOfAnEarlierBuildIsWorthANote() {
        assertThat(impacts(file("js/main-3f9a77b1.js", "index.html"), file("js/main-88c0d1e2.js")))
                .containsExactly(Severity.SEV4);
    }

    @Test
    void aStyleSheetOfABuildIsFoundThoughItsFingerprintHasNoDigit() {
        assertThat(findings(file("a/index-D5SeAdMv.js", "index.html"), file("a/index-BnQkOdFO.css")))
                .extracting(Finding::subject, Finding::impact)
                .containsExactly(tuple("a/index-BnQkOdFO.css", Severity.SEV2));
    }

    @Test
    void aFingerprintWithoutDigitMakesALeftoverNoMoreThanThat() {
        assertThat(impacts(
                        file("a/index-D5SeAdMv.js", "index.html"),
                        file("a/index-C4gcIYdA.css", "index.html"),
                        file("a/index-BnQkOdFO.css")))
                .containsExactly(Severity.SEV4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/theme-LoadMore.css", "a/theme-dropdown.css", "a/theme-dropDown.css", "a/site.overview.css"})
    void aWordIsNoFingerprintThoughOthersHaveOne(String key) {
        assertThat(impacts(
                        file("a/index-D5SeAdMv.js", "index.html"),
                        file("a/index-C4gcIYdA.css", "index.html"),
                        file(key)))
                .containsExactly(Severity.SEV4);
    }

    @ParameterizedTest
    @CsvSource({
        "TypeError: impress is not a function, lib/impress.js",
        "ReferenceError: RevealNotes is not defined, plugin/notes.js"
    })
    void anErrorNamesTheFileThatIsCalledLikeWhatIsMissed(String error, String key) {
        List<Finding> findings = page(
                        file("js/app.js", "index.html"),
                        file("more.html"),
                        file("lib/other.js", "more.html"),
                        file(key, "more.html"))
                .throwing(error, "js/app.js", 1)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("page-error");
        assertThat(findings.get(0).hint().orElseThrow()).contains("does not load " + key);
    }

    @Test
    void anOrphanThatIsCalledLikeWhatIsMissedIsTheCause() {
        List<Finding> findings = page(
                        file("js/app.js", "index.html"),
                        file("lib/a.js"),
                        file("lib/b.js"),
                        file("lib/c.js"),
                        file("lib/impress.js"))
                .throwing("TypeError: impress is not a function", "js/app.js", 1)
                .findings();

        assertThat(findings)
                .extracting(Finding::check, Finding::subject, Finding::impact)
                .containsExactly(tuple("package", "lib/impress.js", Severity.SEV2));
    }

    @Test
    void whatOnlyAListOfFilesNamesIsNoOrphan() {
        assertThat(findings(
                        file("js/app.js", "index.html"),
                        file("manifest.json"),
                        file("js/part-88c0d1e2.js", "manifest.json")))
                .isEmpty();
    }

    @Test
    void whatTheBrowserAskedForIsNoOrphan() {
        APage page = page(file("js/app.js", "index.html"), file("js/part-88c0d1e2.js"))
                .requested(ARequest.of(dev.smokerunner.observation.BrowserRequest.Kind.SCRIPT, "js/part-88c0d1e2.js")
                        .answered(200, "text/javascript"));

        assertThat(page.judgedBy(new PackageCheck()).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "js/app.min.js",
                "js/app.esm.js",
                "js/app-legacy.js",
                "sw.js",
                "service-worker.js",
                "firebase-messaging-sw.js",
                "test/all.js",
                "js/app.test.js",
                "webpack.config.js",
                ".well-known/a.js"
            })
    void someScriptsAreNeverNamed(String key) {
        assertThat(findings(file("js/app.js", "index.html"), file(key))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NODE_CODE", "ADDRESS"})
    void whatNoPageHasAUseForIsNoOrphan(Trait trait) {
        PackagedFile file = new PackagedFile("main-3f9a77b1.js", 100, List.of(), Set.of(trait), Set.of());

        assertThat(findings(file)).isEmpty();
    }

    @Test
    void aPackageWithoutPageHasNoOrphans() {
        assertThat(APage.healthy()
                        .packed(file("lib/a-3f9a77b1.js"))
                        .judgedBy(new PackageCheck())
                        .findings())
                .isEmpty();
    }

    @Test
    void theDamagedTagIsTheFindingAndTheOrphanItsEvidence() {
        List<Finding> findings = APage.withBody("<script data-main=\"js/main-3f9a77b1", "</script>")
                .packed(PAGE, file("js/require.js"), file("js/main-3f9a77b1.js", "index.html"))
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("script-tag");
        assertThat(findings.get(0).evidence()).anyMatch(line -> line.contains("js/require.js"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".env", "config/.env.production", ".htpasswd", "keys/id_rsa", "a.p12"})
    void secretsAreFound(String key) {
        assertThat(impacts(file(key))).containsExactly(Severity.SEV2);
    }

    @Test
    void aPrivateKeyIsFoundUnderAnyName() {
        assertThat(impacts(new PackagedFile("a.txt", 9, List.of(), Set.of(Trait.PRIVATE_KEY), Set.of())))
                .containsExactly(Severity.SEV2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".git/HEAD",
                ".DS_Store",
                "img/Thumbs.db",
                "node_modules/a/LICENSE",
                ".npmrc",
                "a.js.map",
                "a%b.png"
            })
    void whatHasNoPlaceInAPackageIsWorthANote(String key) {
        assertThat(impacts(file(key))).containsExactly(Severity.SEV4);
    }

    @Test
    void aSampleOfTheEnvironmentIsNoSecret() {
        assertThat(findings(file(".env.example"))).isEmpty();
    }

    @Test
    void allSourceMapsAreOneNote() {
        assertThat(findings(file("a.js.map"), file("b.js.map"))).hasSize(1);
    }

    @Test
    void aNameWithABackslashIsFound() {
        assertThat(findings(file("img\\a.png")).get(0).expected()).isEqualTo("slashes between folders: img/a.png");
    }

    @Test
    void namesThatDifferInCaseAreBadWhereBothAreNeeded() {
        assertThat(impacts(file("A.png"), file("a.png"))).containsExactly(Severity.SEV4);
        assertThat(impacts(file("A.png", "index.html"), file("a.png", "index.html")))
                .containsExactly(Severity.SEV2);
    }

    @Test
    void onManyPagesOneCauseIsOneFinding() {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.addAll(page(file("js/main-3f9a77b1.js"))
                    .at("https://shop.example/" + i)
                    .findings());
        }

        assertThat(Findings.merged(all)).hasSize(1);
        assertThat(Findings.merged(all).get(0).pages()).hasSize(10);
    }
}
