package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARendering;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.web.Digest;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetBlockedCheckTest {
    private static final String STATIC = "https://static.shop.example/";

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetBlockedCheck()).findings();
    }

    private static APage cors(APage page, String url) {
        return page.requested(ARequest.of(Kind.SCRIPT, url).failing(NetworkFailure.Kind.BLOCKED, "net::ERR_FAILED"))
                .saying(
                        Source.SECURITY,
                        "Access to script at '" + url + "' from origin 'https://shop.example' has been blocked by CORS"
                                + " policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
                        "/",
                        0);
    }

    private static APage csp(APage page, String what, String url, String directive) {
        return page.requested(ARequest.of(Kind.SCRIPT, url).failing(NetworkFailure.Kind.BLOCKED, ""))
                .saying(
                        Source.SECURITY,
                        what + " '" + url + "' violates the following Content Security Policy directive: \"" + directive
                                + "\". The action has been blocked.",
                        "/",
                        0);
    }

    private static APage withModule() {
        return APage.withBody("<script type=\"module\" src=\"" + STATIC + "a.js\"></script>");
    }

    @Test
    void tellsWhatCorsKeepsAwayAndHowToShowIt() {
        Finding finding = findings(cors(withModule(), STATIC + "a.js")).get(0);

        assertThat(finding.subject()).isEqualTo(STATIC + "a.js");
        assertThat(finding.expected()).isEqualTo("Access-Control-Allow-Origin: https://shop.example or *");
        assertThat(finding.reproduce().orElseThrow()).contains("-H 'Origin: https://shop.example'");
    }

    @Test
    void isTheOnlyFindingOfIt() {
        assertThat(cors(
                                withModule().answering(STATIC + "a.js", AnAnswer.of(200, "text/javascript", "run();")),
                                STATIC + "a.js")
                        .findings())
                .extracting(Finding::check)
                .containsExactly("asset-blocked");
    }

    @Test
    void leavesAMissingFileToAssetStatus() {
        assertThat(cors(withModule().answering(STATIC + "a.js", AnAnswer.of(404, "text/html", "no")), STATIC + "a.js")
                        .findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .endsWith("is missing: 404");
    }

    @Test
    void namesTheDirectiveTheHeaderAndTheMissingHost() {
        Finding finding = findings(csp(
                        APage.withBody("<script src=\"" + STATIC + "a.js\"></script>"),
                        "Loading the script",
                        STATIC + "a.js",
                        "script-src 'self'"))
                .get(0);

        assertThat(finding.message())
                .endsWith(
                        "script-src in its Content-Security-Policy header has no room for https://static.shop.example");
        assertThat(finding.actual()).isEqualTo("script-src 'self'");
    }

    @Test
    void namesTheMetaTagThatHoldsThePolicy() {
        APage page = APage.withHtml(
                "<!DOCTYPE html>",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src *; script-src 'self'\">",
                "<script src=\"" + STATIC + "a.js\"></script>");

        assertThat(findings(csp(page, "Loading the script", STATIC + "a.js", "script-src 'self'"))
                        .get(0)
                        .message())
                .contains("script-src in its meta tag at index.html:2");
    }

    @Test
    void understandsTheOldWords() {
        APage page = APage.withBody("<script src=\"" + STATIC + "a.js\"></script>")
                .saying(
                        Source.SECURITY,
                        "Refused to load the script '" + STATIC
                                + "a.js' because it violates the following Content Security"
                                + " Policy directive: \"script-src 'self'\".",
                        "/",
                        0);

        assertThat(findings(page)).hasSize(1);
    }

    @Test
    void saysOnceWhatOneMissingHostKeepsAway() {
        APage page = APage.withBody(
                "<script src=\"" + STATIC + "a.js\"></script>", "<script src=\"" + STATIC + "b.js\"></script>");
        csp(page, "Loading the script", STATIC + "b.js", "script-src 'self'");
        csp(page, "Loading the script", STATIC + "a.js", "script-src 'self'");

        List<Finding> findings = findings(page);

        assertThat(findings).extracting(Finding::subject).containsExactly(STATIC + "a.js");
        assertThat(findings.get(0).evidence()).contains("blocked as well: script " + STATIC + "b.js");
    }

    @Test
    void isMildForOtherSitesUntilSomethingBreaks() {
        APage page = csp(
                APage.withBody("<script src=\"https://cdn.example.net/lib.js\"></script>"),
                "Loading the script",
                "https://cdn.example.net/lib.js",
                "script-src 'self'");

        assertThat(page.findings()).extracting(Finding::impact).containsExactly(Severity.SEV4);

        List<Finding> broken = page.throwing("Uncaught ReferenceError: lib is not defined", "app.js", 1)
                .findings();

        assertThat(broken).extracting(Finding::check).containsExactly("asset-blocked");
        assertThat(broken.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @Test
    void leavesWhatOtherSitesScriptsAskForToThirdParty() {
        assertThat(findings(cors(APage.healthy(), "https://ads.example.net/ad.js")))
                .isEmpty();
    }

    @Test
    void explainsACallThatFails() {
        APage page = APage.healthy()
                .saying(
                        Source.SECURITY,
                        "Connecting to 'https://api.shop.example/items' violates the following Content Security Policy"
                                + " directive: \"connect-src 'self'\". The action has been blocked.",
                        "/",
                        3)
                .throwing("Uncaught (in promise) TypeError: Failed to fetch", "app.js", 1);

        assertThat(page.findings()).extracting(Finding::check).containsExactly("asset-blocked");
    }

    @Test
    void tellsMixedContent() {
        APage page = APage.withBody("<script src=\"http://shop.example/a.js\"></script>")
                .requested(
                        ARequest.of(Kind.SCRIPT, "http://shop.example/a.js").failing(NetworkFailure.Kind.BLOCKED, ""))
                .saying(
                        Source.SECURITY,
                        "Mixed Content: The page at 'https://shop.example/' was loaded over HTTPS, but requested an insecure"
                                + " script 'http://shop.example/a.js'. This request has been blocked; the content must be"
                                + " served over HTTPS.",
                        "/",
                        0);

        assertThat(page.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "the script http://shop.example/a.js is blocked as mixed content: the page is https, and"
                                + " it is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotSameOrigin", "NotSameSite", "NotSameOriginAfterDefaultedToSameOriginByCoep"})
    void tellsWhatMayNotBeEmbedded(String reason) {
        APage page = APage.withBody("<img src=\"" + STATIC + "a.png\">")
                .requested(
                        ARequest.of(Kind.IMAGE, STATIC + "a.png").failingAs("net::ERR_BLOCKED_BY_RESPONSE." + reason));

        assertThat(page.findings()).extracting(Finding::check).containsExactly("asset-blocked");
        assertThat(page.findings().get(0).impact()).isEqualTo(Severity.SEV3);
    }

    @Test
    void findsTheInlineScriptByItsHash() {
        APage page = APage.withBody("<script>one();</script>", "<script>two();</script>")
                .saying(
                        Source.SECURITY,
                        "Executing inline script violates the following Content Security Policy directive 'script-src"
                                + " 'self''. Either the 'unsafe-inline' keyword, a hash ('" + Digest.SHA256.of("two();")
                                + "'), or a nonce ('nonce-...') is required to enable inline execution.",
                        "/",
                        9);

        Finding finding = findings(page).get(0);

        assertThat(finding.subject()).isEqualTo("index.html:4");
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.actual()).isEqualTo("script-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Executing inline event handler violates the following Content Security Policy directive 'script-src"
                        + " 'self''. Either",
                "Applying inline style violates the following Content Security Policy directive 'style-src 'self''. Either",
                "Executing inline script violates the following Content Security Policy directive 'script-src 'self''. Either"
            })
    void onlyNotesLeftOversThatNobodyMisses(String words) {
        APage page = APage.withBody("<link rel=\"stylesheet\" href=\"css/shop.css\">")
                .saying(Source.SECURITY, words, "js/other.js", 1);
        assertThat(findings(page)).extracting(Finding::impact).containsExactly(Severity.SEV4);
    }

    @Test
    void failsWhereAButtonDoesNothingBecauseItsCodeIsRefused() {
        String button = "<button type=\"button\" onclick=\"call()\">";
        APage page = APage.withBody("<p>Shop</p>\n" + button + "Call me</button>")
                .rendered(shown -> ARendering.withDeadControls(shown, List.of(button)))
                .saying(
                        Source.SECURITY,
                        "Executing inline event handler violates the following Content Security Policy directive"
                                + " 'script-src 'self''. Either",
                        "/",
                        0);

        assertThat(findings(page)).singleElement().satisfies(finding -> {
            assertThat(finding.impact()).isEqualTo(Severity.SEV3);
            assertThat(finding.subject()).startsWith("index.html:");
            assertThat(finding.evidence()).contains("does nothing: " + button);
        });
    }

    @Test
    void saysNothingOfTheIconThatNobodyNames() {
        assertThat(findings(csp(
                        APage.healthy(),
                        "Loading the image",
                        "https://shop.example/favicon.ico",
                        "default-src 'none'")))
                .isEmpty();
    }

    private static APage refusing(String words) {
        return APage.withBody("").saying(Source.SECURITY, words, "/", 0);
    }

    @Test
    void namesTheExactDirectiveForWhatThePageHoldsItself() {
        Finding finding = findings(
                        refusing(
                                "Loading the image 'data:image/svg+xml,<svg xmlns='a'><path/></svg>' violates the"
                                        + " following Content Security Policy directive: \"default-src 'self'\". Note that 'img-src' was not"
                                        + " explicitly set, so 'default-src' is used as a fallback. The action has been blocked."))
                .get(0);

        assertThat(finding.kind()).isEqualTo("blocked-own-data");
        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
        assertThat(finding.subject()).isEqualTo("data: in img-src");
        assertThat(finding.hint().orElseThrow()).contains("img-src 'self' data:");
    }

    @Test
    void tellsAllOfOneDirectiveAtOnce() {
        String end = " violates the following Content Security Policy directive: \"font-src 'self'\". It is blocked.";

        assertThat(findings(refusing("Loading the font 'data:font/woff2;base64,AAAA'" + end)
                        .saying(Source.SECURITY, "Loading the font 'data:font/woff2;base64,BBBB'" + end, "/", 0)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("2 fonts within the page (data:)"));
    }

    @Test
    void takesAFrameWithoutAnAddressForOneOfData() {
        assertThat(findings(refusing("Framing '' violates the following Content Security Policy directive: \"frame-src"
                        + " 'self'\". The request has been blocked.")))
                .extracting(Finding::subject)
                .containsExactly("data: in frame-src");
    }
}
