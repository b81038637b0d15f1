package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetStatusCheckTest {
    private static final AnAnswer MISSING = AnAnswer.of(404, "text/html", "<h1>Not found</h1>");

    private static AnAnswer script() {
        return AnAnswer.of(200, "text/javascript", "run();");
    }

    private static CheckResult judge(APage page) {
        return page.judgedBy(new AssetStatusCheck());
    }

    private static Finding only(APage page) {
        CheckResult result = judge(page);
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    private static APage pageWithScript() {
        return APage.withBody("<script src=\"js/app-1f2e3d.js\"></script>");
    }

    @Test
    void failsWithTheUrlWhenAScriptIs404() {
        Finding finding = only(pageWithScript().answering("js/app-1f2e3d.js", MISSING));

        assertThat(finding.subject()).isEqualTo("https://shop.example/js/app-1f2e3d.js");
        assertThat(finding.message()).isEqualTo("the script https://shop.example/js/app-1f2e3d.js is missing: 404");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.actual()).isEqualTo("404 text/html, 18 bytes");
        assertThat(finding.where()).hasToString("Optional[index.html:3:1]");
        assertThat(finding.reproduce()).contains("curl -sS -o /dev/null -D - 'https://shop.example/js/app-1f2e3d.js'");
        assertThat(finding.hint().orElseThrow()).contains("different releases");
    }

    @Test
    void callsTheRefusalOfABucketByItsName() {
        Finding finding = only(pageWithScript()
                .answering(
                        "js/app-1f2e3d.js",
                        AnAnswer.of(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>")));

        assertThat(finding.message())
                .endsWith("is missing (S3 answers 403 for a missing key when listing is not allowed)");
    }

    @Test
    void saysThatAPlusSignIsReadAsABlank() {
        Finding finding = only(APage.withBody("<script src=\"js/+app.js\"></script>")
                .answering(
                        "js/+app.js", AnAnswer.of(403, "application/xml", "<Error><Code>AccessDenied</Code></Error>"))
                .answering("js/%2Bapp.js", script()));

        assertThat(finding.hint().orElseThrow()).contains("under https://shop.example/js/%2Bapp.js", "plus sign");
    }

    @ParameterizedTest
    @CsvSource({
        "<script src=\"x\"></script>, SEV2",
        "<link rel=\"stylesheet\" href=\"x\">, SEV2",
        "<script type=\"module\" src=\"x\"></script>, SEV2",
        "<img src=\"x\">, SEV3",
        "<link rel=\"preload\" as=\"font\" href=\"x\">, SEV3",
        "<link rel=\"manifest\" href=\"x\">, SEV3",
        "<iframe src=\"x\"></iframe>, SEV3",
        "<link rel=\"icon\" href=\"x\">, SEV4",
        "<link rel=\"prefetch\" href=\"x\">, SEV4",
        "<noscript><img src=\"x\"></noscript>, SEV4"
    })
    void weighsByWhatTheAssetIsFor(String tag, Severity impact) {
        assertThat(only(APage.withBody(tag).answering("x", MISSING)).impact()).isEqualTo(impact);
    }

    @Test
    void takesTheWorstOfSeveralRoles() {
        Finding finding = only(
                APage.withBody("<link rel=\"icon\" href=\"x\"><img src=\"x\">").answering("x", MISSING));

        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
        assertThat(finding.message()).startsWith("the picture ");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', is kept back: 401, SEV2",
        "403, <h1>Forbidden</h1>, is refused: 403, SEV2",
        "403, The request could not be satisfied. Request blocked., is refused: 403, SEV2",
        "403, Access Denied. Reference #18.1, is refused: 403, SEV2",
        "410, '', 'is missing: 410', SEV2",
        "429, '', 'does not load: 429', SEV2",
        "451, '', withheld for legal reasons, SEV2",
        "503, '', does not load: 503, SEV2"
    })
    void saysWhatAStatusMeans(int status, String body, String words, Severity impact) {
        Finding finding = only(pageWithScript().answering("js/app-1f2e3d.js", AnAnswer.of(status, "text/html", body)));

        assertThat(finding.message()).contains(words);
        assertThat(finding.impact()).isEqualTo(impact);
    }

    @Test
    void saysThatAVisitDidNotNeedWhatOnlyAScriptNames() {
        Finding finding = only(APage.healthy()
                .naming(Role.SCRIPT, "js/chunk-7.js", Reference.Origin.SCRIPT)
                .answering("js/chunk-7.js", MISSING));

        assertThat(finding.evidence()).anyMatch(line -> line.contains("until a visitor needs it"));
    }

    @Test
    void namesTheHostThatARedirectLeadsTo() {
        Finding finding = only(pageWithScript()
                .answering(
                        "js/app-1f2e3d.js",
                        AnAnswer.none(NetworkFailure.Kind.REFUSED, "")
                                .redirectedTo("https://old.shop.example/js/app-1f2e3d.js")));

        assertThat(finding.message()).contains("does not load from old.shop.example");
    }

    @Test
    void findsWhatOnlyTheBrowserAskedFor() {
        Finding finding = only(APage.healthy()
                .requested(ARequest.of(Kind.SCRIPT, "js/chunk-7.js").answered(404, "text/html")));

        assertThat(finding.subject()).endsWith("/js/chunk-7.js");
    }

    @Test
    void findsWhatOnlyAStyleSheetNames() {
        Finding finding =
                only(APage.healthy().naming(Role.FONT, "fonts/a.woff2").answering("fonts/a.woff2", MISSING));

        assertThat(finding.where()).hasToString("Optional[css/site.css:2:3]");
        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
    }

    @ParameterizedTest
    @CsvSource({
        "DNS, does not resolve",
        "REFUSED, refused",
        "RESET, cut",
        "TIMEOUT, in time",
        "TLS, TLS",
        "BLOCKED, keeps it"
    })
    void failsWhenNoAnswerComes(NetworkFailure.Kind kind, String words) {
        Finding finding = only(pageWithScript().answering("js/app-1f2e3d.js", AnAnswer.none(kind, "net::ERR_X")));

        assertThat(finding.message())
                .contains("does not load: ")
                .contains(words)
                .contains("net::ERR_X");
    }

    @Test
    void believesTheBrowserWherePlainHttpIsRefused() {
        CheckResult result = judge(pageWithScript()
                .requested(ARequest.of(Kind.SCRIPT, "js/app-1f2e3d.js").answered(200, "text/javascript"))
                .answering("js/app-1f2e3d.js", AnAnswer.of(403, "text/html", "robots keep out")));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void believesTheBrowserWhereOnlyPlainHttpIsServed() {
        Finding finding = only(pageWithScript()
                .requested(ARequest.of(Kind.SCRIPT, "js/app-1f2e3d.js").answered(404, "text/html"))
                .answering("js/app-1f2e3d.js", script()));

        assertThat(finding.evidence())
                .anyMatch(line -> line.startsWith("plain HTTP gets it, the browser does not (1 of 2 asks failed)"));
    }

    @Test
    void leavesTheIconAloneThatBrowsersAskForByThemselves() {
        CheckResult result = judge(APage.healthy()
                .requested(ARequest.of(Kind.OTHER, "/favicon.ico").answered(404, "text/html")));

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void leavesOtherSitesAlone() {
        CheckResult result = judge(APage.withBody("<script src=\"https://cdn.example.net/a.js\"></script>")
                .requested(
                        ARequest.of(Kind.SCRIPT, "https://cdn.example.net/a.js").answered(404, "text/html")));

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void leavesCallsAndCalledOffRequestsAlone() {
        CheckResult result = judge(APage.withBody("<img src=\"a.png\">")
                .answering("a.png", AnAnswer.of(200, "image/png", "x"))
                .naming(Role.JSON, "/api/x", Reference.Origin.BROWSER)
                .requested(ARequest.of(Kind.CALL, "/api/x").answered(500, "text/html"))
                .requested(ARequest.of(Kind.IMAGE, "a.png").failing(NetworkFailure.Kind.ABORTED, "net::ERR_ABORTED")));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(result.subjects()).isEqualTo(1);
    }

    @Test
    void leavesEmptyAndInlineAddressesAlone() {
        CheckResult result = judge(APage.withBody("<img src=\"\"><img src=\"data:image/png;base64,AA\">"));

        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void saysWhatHealed() {
        Finding finding = only(pageWithScript().answering("js/app-1f2e3d.js", script().after("503")));

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.actual()).isEqualTo("503 at first");
        assertThat(finding.attempts()).isEqualTo(2);
    }

    @Test
    void saysOnceWhatHealedInSeveralWays() {
        Finding finding = only(pageWithScript()
                .answering("js/app-1f2e3d.js", script().after("503"))
                .healed("js/app-1f2e3d.js", "the connection was cut"));

        assertThat(finding.actual()).isEqualTo("the connection was cut at first");
    }

    @Test
    void neverPassesWhatNobodyAskedFor() {
        CheckResult result = judge(pageWithScript());

        assertThat(result.outcome()).isEqualTo(Outcome.ERRORED);
        assertThat(result.reason().orElseThrow()).startsWith("1 of 1 references were not asked for");
    }

    @Test
    void writesCommandsThatNoUrlCanBreakOutOf() {
        Finding finding = only(
                APage.withBody("<script src=\"js/a';reboot;'.js\"></script>").answering("js/a';reboot;'.js", MISSING));

        assertThat(finding.reproduce().orElseThrow()).endsWith("'https://shop.example/js/a'\\'';reboot;'\\''.js'");
    }

    @Test
    void onlyNotesAManifestThatBrowsersAskForWithoutTheCookiesItWants() {
        Finding finding = only(APage.withBody("<link rel=\"manifest\" href=\"m.json\">")
                .answering("m.json", AnAnswer.of(401, "text/html", "").thatCredentialsOpen()));

        assertThat(finding.impact()).isEqualTo(Severity.SEV4);
        assertThat(finding.hint().orElseThrow()).contains("use-credentials");
    }

    @ParameterizedTest
    @CsvSource({
        "/_vercel/insights/script.js, SEV4",
        "/_vercel/speed-insights/script.js, SEV4",
        "/cdn-cgi/zaraz/s.js, SEV4",
        "/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js, SEV4",
        "/cdn-cgi/scripts/7d0fa10a/cloudflare-static/rocket-loader.min.js, SEV2",
        "/insights/script.js, SEV2"
    })
    void onlyNotesThePlatformsStatistics(String address, Severity impact) {
        assertThat(only(APage.withBody("<script defer src=\"" + address + "\"></script>")
                                .answering(address, MISSING))
                        .impact())
                .isEqualTo(impact);
    }

    @Test
    void failsForWhatComesAndGoesAndNotesAHiccup() {
        APage often = pageWithScript()
                .answering("js/app-1f2e3d.js", script())
                .comingAndGoing("js/app-1f2e3d.js", "status 503", 2, 6);
        APage once = pageWithScript().answering("js/app-1f2e3d.js", script()).healed("js/app-1f2e3d.js", "status 503");

        assertThat(only(often).impact()).isEqualTo(Severity.SEV2);
        assertThat(only(often).message())
                .isEqualTo("the script https://shop.example/js/app-1f2e3d.js comes and goes: 2 of 6 answers failed");
        assertThat(only(once).impact()).isEqualTo(Severity.SEV4);
    }
}
