package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.web.Digest;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.StatedDigest;
import dev.smokerunner.observation.StatedDigest.Keeper;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedDigestsTest {
    private static final String LIST = "ngsw.json";

    private static String sha1(String text) {
        return NameDigest.SHA1.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(String text) {
        return NameDigest.MD5.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static APage listing(APage page, String file, String digest, Keeper keeper, String served) {
        return page.stating(Role.SCRIPT, file, LIST, new StatedDigest(digest, keeper))
                .answering(file, AnAnswer.of(200, "text/javascript", served));
    }

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new AssetIntegrityCheck()).findings();
    }

    @Test
    void failsWhereAServiceWorkerRefusesTheRelease() {
        APage page = listing(APage.healthy(), "a.js", sha1("run();"), Keeper.RELEASE, "stop();");

        Finding finding = findings(page).get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.subject()).isEqualTo("https://shop.example/a.js");
        assertThat(finding.message())
                .startsWith(
                        "https://shop.example/a.js does not have the bytes that ngsw.json states: the service worker");
        assertThat(finding.expected()).isEqualTo("SHA-1 " + sha1("run();"));
        assertThat(finding.actual()).isEqualTo("SHA-1 " + sha1("stop();"));
        assertThat(finding.where()).hasToString("Optional[ngsw.json:2:3]");
        assertThat(finding.reproduce()).contains("curl -sS --compressed 'https://shop.example/a.js' | sha1sum");
    }

    @Test
    void passesWhatIsTrue() {
        APage page = listing(APage.healthy(), "a.js", sha1("run();"), Keeper.RELEASE, "run();");

        assertThat(findings(page)).isEmpty();
    }

    @Test
    void tellsAllOfOneListInOneFinding() {
        APage page = listing(APage.healthy(), "late.js", sha1("1"), Keeper.LATER, "2");
        listing(page, "a.js", sha1("1"), Keeper.RELEASE, "2");
        listing(page, "b.js", sha1("1"), Keeper.RELEASE, "2");

        List<Finding> findings = findings(page);

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).startsWith("https://shop.example/a.js, and 2 more, do not have");
        assertThat(findings.get(0).evidence())
                .containsExactly("also https://shop.example/b.js", "also https://shop.example/late.js");
    }

    @Test
    void leavesWhatIsMissingAndWhatAPageStandsInForToOthers() {
        APage page = APage.healthy()
                .stating(Role.SCRIPT, "a.js", LIST, new StatedDigest(sha1("1"), Keeper.RELEASE))
                .answering("a.js", AnAnswer.of(404, "text/html", "<h1>Not found</h1>"))
                .stating(Role.SCRIPT, "b.js", LIST, new StatedDigest(sha1("1"), Keeper.RELEASE))
                .answering("b.js", AnAnswer.of(200, "text/html", "<!doctype html><title>Shop</title>"));

        assertThat(findings(page)).isEmpty();
        assertThat(page.judgedBy(new AssetStatusCheck()).findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV2);
    }

    @Test
    void tellsLineEndsMarksAndInsertions() {
        String page = "<!doctype html>\n<title>Shop</title>\n<p>Hello</p>\n";
        String injected = page.replace("</title>", "</title>\n<script src=\"//edge.example/probe.js\"></script>");

        assertThat(hint("a;\nb;\n", "a;\r\nb;\r\n"))
                .startsWith("the file's line endings were changed from LF to CRLF after");
        assertThat(hint("a;\r\n", "a;\n")).startsWith("the file's line endings were changed from CRLF to LF after");
        assertThat(hint(page, injected))
                .startsWith("something on the way put <script src=\"//edge.example/probe.js\"></script> into the file");
        assertThat(hint("run();", "/* edge 7 */\nrun();")).startsWith("something on the way put /* edge 7 */ into");
        assertThat(hint("run();", "stop();")).startsWith("the file was changed after ngsw.json was made");
    }

    @Test
    void tellsABinaryThatWasSentAsText() {
        String served = "\0asm" + "\1\r\n".repeat(20);

        assertThat(hint("\0asm" + "\1\n".repeat(19) + "\1\r\n", served))
                .contains("from LF to CRLF, as if it were text");
    }

    private static String hint(String built, String served) {
        APage page = APage.healthy()
                .stating(Role.DOCUMENT, "shell.html", LIST, new StatedDigest(sha1(built), Keeper.RELEASE))
                .answering("shell.html", AnAnswer.of(200, "text/html", served));
        return findings(page).get(0).hint().orElseThrow();
    }

    @Test
    void takesARevisionForADigestOnlyWhereOthersProveIt() {
        APage alone = listing(APage.healthy(), "a.js", md5("1"), Keeper.REVISION, "2");
        listing(alone, "b.js", md5("b"), Keeper.REVISION, "b");
        assertThat(findings(alone)).isEmpty();

        listing(alone, "c.js", md5("c"), Keeper.REVISION, "c");
        assertThat(findings(alone)).extracting(Finding::impact).containsExactly(Severity.SEV3);
    }

    @Test
    void takesTheRevisionOfARenderedPageForNoDigest() {
        APage page = listing(APage.healthy(), "shell", md5("1"), Keeper.REVISION, "2");
        listing(page, "b.js", md5("b"), Keeper.REVISION, "b");
        listing(page, "c.js", md5("c"), Keeper.REVISION, "c");

        assertThat(findings(page)).isEmpty();
    }

    @Test
    void believesTheBrowserThatComparedForItself() {
        String wrong = Digest.SHA256.of("1");
        APage taken = listing(APage.healthy(), "a.js", wrong, Keeper.START, "2")
                .requested(ARequest.of(Kind.CALL, "a.js").answered(200, "text/javascript"));
        assertThat(findings(taken)).isEmpty();

        APage refused = listing(APage.healthy(), "a.js", wrong, Keeper.START, "1")
                .saying(
                        Source.SECURITY,
                        "Failed to find a valid digest in the 'integrity' attribute for resource"
                                + " 'https://shop.example/a.js' with computed SHA-256 integrity '"
                                + Digest.SHA256.of("2").substring(7) + "'. The resource has been blocked.",
                        "",
                        0);
        assertThat(findings(refused)).hasSize(1);
        assertThat(findings(refused).get(0).actual()).isEqualTo(Digest.SHA256.of("2"));
    }

    @Test
    void tellsTheErrorThatFollowsAsOneWithWhatDidNotStart() {
        List<Finding> findings = listing(APage.healthy(), "_framework/a.wasm", Digest.SHA256.of("1"), Keeper.START, "2")
                .throwing("Uncaught (in promise) TypeError: Failed to fetch", "", 0)
                .findings();

        assertThat(findings).extracting(Finding::check).containsExactly("asset-integrity");
    }

    @Test
    void letsAnImportMapSayWhatItLikesOfWhatNobodyImports() {
        APage page = APage.healthy()
                .stating(Role.MODULE, "a.js", "", new StatedDigest(Digest.SHA384.of("1"), Keeper.MODULES))
                .answering("a.js", AnAnswer.of(200, "text/javascript", "2"));
        assertThat(findings(page)).isEmpty();

        page.naming(Role.MODULE, "a.js", dev.smokerunner.observation.Reference.Origin.SCRIPT);
        assertThat(findings(page)).extracting(Finding::impact).containsExactly(Severity.SEV2);
    }
}
