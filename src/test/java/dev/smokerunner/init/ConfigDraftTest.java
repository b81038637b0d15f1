package dev.smokerunner.init;

import static dev.smokerunner.init.AVisited.draft;
import static dev.smokerunner.init.AVisited.leftOut;
import static dev.smokerunner.init.AVisited.outline;
import static dev.smokerunner.init.AVisited.part;
import static dev.smokerunner.init.AVisited.required;
import static dev.smokerunner.init.AVisited.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AVisit;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is taken over into a config from what was seen of a page, and what is left out. */
class ConfigDraftTest {
    private static final String SCRIPT = "<script src=\"js/app-3f9a1c7d.js\"></script>";

    private static APage page() {
        return APage.withBody(SCRIPT, "<div id=\"top\"></div>")
                .answering("js/app-3f9a1c7d.js", AnAnswer.of(200, "text/javascript", "make('cart-total')"));
    }

    private static APage calling(String address) {
        return page().requested(ARequest.of(Kind.CALL, address).answered(200, "application/json"));
    }

    @Test
    void takesFormsHeadingsLandmarksAndGivenIds() {
        APage page = page().outlined(outline(
                part("form", "mat-form-7", ""),
                part("h1", "", "Our shop"),
                part("h2", "", "News"),
                part("main", "", ""),
                part("div", "top", ""),
                part("div", "cart-total", ""),
                part("div", ":r3:", "")));

        ConfigDraft draft = draft(page);

        assertThat(required(draft)).containsExactly("form", "h1", "main", "#cart-total", "#top");
        assertThat(draft.pages().get(0).required().get(1).text()).contains("Our shop");
        assertThat(leftOut(draft)).containsExactly("#:r3:");
    }

    @Test
    void takesOnlyWhatEachVisitShowed() {
        APage once =
                page().outlined(outline(part("div", "top", ""), part("main", "", ""), part("h1", "", "Hello Ann")));
        APage again = page().outlined(outline(part("div", "top", ""), part("h1", "", "Hello Bob")));

        assertThat(required(draft(once, again))).containsExactly("#top");
    }

    @Test
    void headingsWithNumbersAreTakenWithoutTheirText() {
        ConfigDraft draft = draft(page().outlined(outline(part("h1", "", "3 new offers"))));

        assertThat(draft.pages().get(0).required().get(0).text()).isEmpty();
    }

    @Test
    void takesTheScriptsOfThePageForAnyBuild() {
        assertThat(values(draft(page()).pages().get(0).scripts())).containsExactly("js/app-*.js");
    }

    @Test
    void aHostThatServesTheHashesOfThisBuildIsItsOwn() {
        APage page = APage.withBody(
                        "<script src=\"https://static.shopcdn.example/app-3f9a1c7d.js\"></script>",
                        "<script src=\"https://tags.example/tag.js\"></script>")
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://tags.example/tag.js").answered(200, "text/javascript"));

        ConfigDraft draft = draft(page);

        assertThat(values(draft.firstParty())).containsExactly("static.shopcdn.example");
        assertThat(values(draft.pages().get(0).scripts())).containsExactly("app-*.js");
        assertThat(leftOut(draft)).containsExactly("tags.example");
    }

    @Test
    void takesCallsThatEachVisitMadeWithoutTheirQueries() {
        ConfigDraft draft = draft(
                calling("/api/config?session=s3cr3t")
                        .requested(ARequest.of(Kind.CALL, "/api/offer").answered(200, "application/json")),
                calling("/api/config?session=0th3r"));

        assertThat(values(draft.api())).containsExactly("/api/config*");
        assertThat(leftOut(draft)).containsExactly("/api/offer");
    }

    @Test
    void beaconsAndFragmentsAreNoCallsOfAnApi() {
        APage page = page().requested(ARequest.of(Kind.CALL, "/beacon").answered(204, ""))
                .requested(ARequest.of(Kind.CALL, "/part.html").answered(200, "text/html"));

        assertThat(draft(page).api()).isEmpty();
    }

    @Test
    void callsThatOnePageMakesAreNotAskedOfAll() {
        ConfigDraft draft = draft(
                new VisitedPage("./", List.of(calling("/api/config").seen())),
                new VisitedPage("help.html", List.of(page().seen())));

        assertThat(draft.api()).isEmpty();
    }

    @Test
    void takesTheLastingWordsOfConsoleErrorsAndNeverTheirValues() {
        APage page = page().saying(Source.CONSOLE, "Tracking is not configured for tok_8f3a91 at 10:15", "js/app.js", 3)
                .saying(Source.CONSOLE, "boom 0.4711", "js/app.js", 4)
                .saying(Source.NETWORK, "Failed to load resource of some kind", "js/x.js", 0);

        ConfigDraft draft = draft(page);

        assertThat(values(draft.allowed())).containsExactly("Tracking is not configured for");
        assertThat(leftOut(draft)).containsExactly("boom …");
    }

    @Test
    void aTitleThatChangesIsLeftOut() {
        ConfigDraft draft = draft(page().showing("(1) Shop", "x", 1, false), page().showing("(2) Shop", "x", 1, false));

        assertThat(draft.pages().get(0).title()).isEmpty();
        assertThat(leftOut(draft)).containsExactly("(1) Shop", "(2) Shop");
    }

    @Test
    void aTitleThatAConfigWouldReplaceIsLeftOut() {
        assertThat(draft(page().showing("${HOME}", "x", 1, false))
                        .pages()
                        .get(0)
                        .title())
                .isEmpty();
    }

    @Test
    void limitsHaveRoomAboveTheSlowestVisit() {
        ResponseTimeDraft limits = draft(
                        page().taking(AVisit.timings(100, 900, 1000)),
                        page().taking(AVisit.timings(500, 1200, 1500)),
                        page().taking(AVisit.timings(90, 800, 900)))
                .pages()
                .get(0)
                .limits();

        assertThat(limits.document()).contains(Duration.ofSeconds(3));
        assertThat(limits.load()).isEqualTo(Duration.ofSeconds(6));
        assertThat(limits.ready()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void limitsAreNeverWiderThanTheUsualOnes() {
        ResponseTimeDraft limits = draft(page().taking(AVisit.timings(3000, 4000, 9000)))
                .pages()
                .get(0)
                .limits();

        assertThat(limits.document()).isEmpty();
        assertThat(limits.load()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.ready()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void preloadsAreNoScriptTags() {
        APage page = APage.withBody("<link rel=\"modulepreload\" href=\"js/lazy-3f9a1c7d.js\">")
                .namingByTag(Role.MODULE, "js/lazy-3f9a1c7d.js", "<link rel=\"modulepreload\"");

        assertThat(draft(page).pages().get(0).scripts()).isEmpty();
    }
}
