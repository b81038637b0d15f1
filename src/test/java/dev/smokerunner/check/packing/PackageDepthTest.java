package dev.smokerunner.check.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.Told;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.expectation.AssetExpectations;
import dev.smokerunner.expectation.EnvironmentHosts;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.Flaw;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observation.UnvisitedPage;
import dev.smokerunner.observation.UnvisitedPage.Claim;
import dev.smokerunner.observation.UnvisitedPage.Missing;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the package check finds beyond the visited page. */
class PackageDepthTest {
    private static final String STAGING = "staging.example.com";

    private final List<PackagedFile> files = new ArrayList<>(List.of(file("index.html")));
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<UnvisitedPage> pages = new ArrayList<>();
    private AssetExpectations assets = AssetExpectations.NONE;

    private static PackagedFile file(String key, String... hosts) {
        return new PackagedFile(key, 100, List.of("index.html"), Set.of(), Set.of(hosts));
    }

    private static Reference reference(String raw, Role role) {
        return new Reference(
                raw,
                Optional.of(URI.create("http://package.invalid/").resolve(raw)),
                role,
                true,
                Reference.Origin.HTML,
                URI.create("http://package.invalid/help.html"),
                Optional.of(new SourceRange(10, 40, 3, 5)),
                "<script src=" + raw + ">");
    }

    private PackageDepthTest missing(String page, String raw, Role role) {
        pages.add(new UnvisitedPage(
                page, List.of(new Missing(raw.replaceFirst("^/", ""), reference(raw, role))), List.of()));
        return this;
    }

    private List<Finding> findings() {
        PackageContents contents = new PackageContents(files, true, flaws, Set.of("index.html"), pages, List.of());
        Expectations expected = new Expectations(
                Optional.empty(),
                200,
                List.of(),
                List.of(),
                List.of(),
                Expectations.NONE.responseTime(),
                List.of(),
                assets,
                List.of(),
                List.of(),
                Expectations.NONE.audience(),
                Expectations.NONE.indexing());
        PageObservation page = APage.healthy().packed(contents).seen().without(assets::ignores);
        return Told.of(page, new PackageCheck().judge(new PageView(page), expected))
                .findings();
    }

    @Test
    void aScriptThatAnotherPageNamesAndThePackageLacksIsFound() {
        Finding finding = missing("help.html", "js/help-3f9a77b1.js", Role.SCRIPT)
                .findings()
                .get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.subject()).isEqualTo("js/help-3f9a77b1.js");
        assertThat(finding.message())
                .isEqualTo(
                        "the page help.html, which is not visited, refers to js/help-3f9a77b1.js, which is not in the"
                                + " package");
        assertThat(finding.where().orElseThrow()).hasToString("help.html:3:5");
    }

    @ParameterizedTest
    @CsvSource({
        "help.html, img/a.png, IMAGE",
        "test/index.html, js/a.js, SCRIPT",
        "runner.html, node_modules/mocha/mocha.js, SCRIPT",
        "help.html, /portal/menu.js, SCRIPT",
    })
    void whatVisitorsDoNotMissIsWorthANote(String page, String raw, Role role) {
        assertThat(missing(page, raw, role).findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @Test
    void missingFilesOfAllPagesAreOneFinding() {
        missing("a.html", "js/x.js", Role.SCRIPT).missing("b.html", "js/y.js", Role.SCRIPT);

        assertThat(findings()).hasSize(1);
        assertThat(findings().get(0).evidence()).containsExactly("also js/y.js");
    }

    @Test
    void anIntegrityThatDoesNotFitIsFoundOnPagesThatAreNotVisited() {
        String right = "sha256-" + "A".repeat(43) + "=";
        Claim fits = new Claim("a.js", reference("a.js", Role.SCRIPT), right, List.of(right));
        Claim differs =
                new Claim("b.js", reference("b.js", Role.SCRIPT), right, List.of("sha256-" + "B".repeat(43) + "="));
        pages.add(new UnvisitedPage("help.html", List.of(), List.of(fits, differs)));

        assertThat(findings()).extracting(Finding::subject).containsExactly("b.js");
        assertThat(findings().get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void theHostOfAnInternalEnvironmentIsFoundInAFileThatIsNotLoaded() {
        assets = knowing(Set.of("www.example.com"));
        files.add(file("js/lazy-3f9a77b1.js", STAGING + ":8443"));

        assertThat(findings()).hasSize(1);
        assertThat(findings().get(0).impact()).isEqualTo(Severity.SEV2);
        assertThat(findings().get(0).message())
                .isEqualTo("js/lazy-3f9a77b1.js names staging.example.com:8443, which is the host of the environment"
                        + " staging");
    }

    @Test
    void codeThatKnowsTheHostsOfAllEnvironmentsChoosesAmongThem() {
        assets = knowing(Set.of("www.example.com"));
        files.add(file("js/app.js", STAGING, "www.example.com"));

        assertThat(findings()).isEmpty();
    }

    private static AssetExpectations knowing(Set<String> customers) {
        return new AssetExpectations(
                List.of(),
                List.of(),
                List.of(),
                AssetExpectations.NONE.cache(),
                new EnvironmentHosts(Map.of(STAGING, "staging"), customers));
    }

    @ParameterizedTest
    @CsvSource({"LINK, SEV2", "CONTRADICTED, SEV2", "DAMAGED, SEV2", "REPEATED, SEV4", "FOREIGN_NAME, SEV4"})
    void badPackingIsOneFindingOfEachKind(Flaw.Kind kind, Severity impact) {
        flaws.add(new Flaw(kind, "a.txt", ""));
        flaws.add(new Flaw(kind, "b.txt", ""));

        assertThat(findings()).extracting(Finding::impact).containsExactly(impact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"./a.txt", "a//b.txt", "a/../b.txt"})
    void aNameThatNoUrlReachesIsFound(String key) {
        files.add(file(key));

        assertThat(findings()).extracting(Finding::impact).containsExactly(Severity.SEV2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.", "notes /a.txt", "a\u0301.txt", "100%.txt"})
    void aNameThatPlacesReadDifferentlyIsWorthANote(String key) {
        files.add(file(key));

        assertThat(findings()).extracting(Finding::impact).containsExactly(Severity.SEV4);
    }
}
