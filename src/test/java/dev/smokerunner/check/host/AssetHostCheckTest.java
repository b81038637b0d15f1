package dev.smokerunner.check.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PackageContents.PackagedFile;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetHostCheckTest {
    private static final AssetHostCheck CHECK = new AssetHostCheck();

    private static CheckResult judge(APage page) {
        return page.judgedBy(CHECK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/app.js",
                "http://127.0.0.1/app.js",
                "http://[::1]:8080/app.js",
                "http://10.1.2.3/app.js",
                "http://172.16.0.9/app.js",
                "http://192.168.1.4/app.js",
                "http://mac.local/app.js"
            })
    void failsWhenACustomersPageNamesAMachineThatTheyDoNotHave(String url) {
        CheckResult result = judge(APage.withBody("<script src=\"" + url + "\"></script>"));

        assertThat(result.findings()).hasSize(1);
        Finding finding = result.findings().get(0);
        assertThat(finding.impact()).isEqualTo(Severity.SEV2);
        assertThat(finding.message()).startsWith("the page's HTML names the script " + url + ", which is ");
        assertThat(finding.where()).map(Location::line).contains(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cdn.example.net/app.js", "http://172.32.0.9/app.js", "http://8.8.8.8/app.js",
                "http://localhost.example.com/app.js", "http://11.0.0.1/a.js", "/localhost:3000/app.js"
            })
    void passesPublicHosts(String url) {
        assertThat(judge(APage.withBody("<script src=\"" + url + "\"></script>"))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/",
                "http://localhost:4200/",
                "http://192.168.1.7/",
                "http://intranet/",
                "http://wiki.corp/",
                "http://shop.local/"
            })
    void leavesAPageAloneThatIsItselfOnSuchAMachine(String page) {
        assertThat(judge(APage.withBody("<script src=\"http://localhost:3000/app.js\"></script>")
                                .at(page))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void letsAStagingPageUseItsPrivateNetworkButNotLoopback() {
        APage page = APage.withBody(
                "<script src=\"http://10.1.2.3/app.js\"></script>",
                "<script src=\"http://localhost/app.js\"></script>");

        assertThat(page.judgedBy(CHECK, Expecting.meantFor(Audience.INTERNAL)).findings())
                .extracting(Finding::subject)
                .containsExactly("http://localhost/app.js");
    }

    @Test
    void saysOneCauseOnceHoweverManyReferencesItMade() {
        CheckResult result = judge(APage.withBody(
                        "<script src=\"http://localhost:3000/a.js\"></script>",
                        "<script src=\"http://localhost:3000/b.js\"></script>")
                .requested(ARequest.of(Kind.SCRIPT, "http://localhost:3000/a.js")));

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).actual()).isEqualTo("2 references");
        assertThat(result.findings().get(0).evidence())
                .containsExactly("the page's HTML names the script http://localhost:3000/b.js (index.html:4:1)");
    }

    @Test
    void findsAFormThatIsSentToTheDevelopersMachine() {
        CheckResult result = judge(APage.withBody("<form action=\"http://localhost:3000/signup\"></form>"));

        assertThat(result.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "a form is sent to http://localhost:3000/signup, which is the computer of whoever looks:"
                                + " only who develops the page has something there");
    }

    @Test
    void leavesLinksAloneThatAPersonFollows() {
        assertThat(judge(APage.withBody(
                                "<a href=\"http://localhost:3000/\">your own server</a>", "<img src=\"a.png\">"))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void failsWhenThePageCallsADevelopmentServer() {
        CheckResult result =
                judge(APage.healthy().requested(ARequest.of(Kind.CALL, "http://localhost:3000/api/items")));

        assertThat(result.findings()).extracting(Finding::impact).containsExactly(Severity.SEV2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CALL", "STREAM"})
    void onlyNotesWhatMayLookForAProgramOnTheVisitorsComputer(Kind kind) {
        CheckResult result = judge(APage.healthy().requested(ARequest.of(kind, "http://127.0.0.1:14430/hello")));

        assertThat(result.findings()).extracting(Finding::impact).containsExactly(Severity.SEV4);
    }

    @Test
    void failsWhenAPackageNamesAnythingOfItsBuildMachine() {
        APage page = APage.withBody("<script src=\"http://localhost:35729/livereload.js\"></script>")
                .at("http://127.0.0.1:40001/")
                .packed(new PackagedFile("index.html", 10, List.of()));

        assertThat(page.judgedBy(CHECK, Expecting.meantFor(Audience.TEAM)).findings())
                .extracting(Finding::subject, Finding::impact)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("http://localhost:35729/livereload.js", Severity.SEV2));
    }

    @Test
    void letsAPackageUseTheServerThatServesIt() {
        APage page = APage.withBody("<script src=\"/js/app.js\"></script>")
                .at("http://127.0.0.1:40001/")
                .requested(ARequest.of(Kind.CALL, "http://127.0.0.1:40001/api/items"))
                .requested(ARequest.of(Kind.CALL, "http://127.0.0.1:40002/api/items"))
                .packed(new PackagedFile("index.html", 10, List.of()));

        assertThat(page.judgedBy(CHECK, Expecting.meantFor(Audience.TEAM)).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void findsAForbiddenHostInATag() {
        APage page = APage.withBody("<script src=\"https://assets.staging.example.com/app.js\"></script>");

        assertThat(page.judgedBy(CHECK, Expecting.noHost("*.staging.example.com"))
                        .findings())
                .extracting(Finding::message)
                .containsExactly("the page's HTML names the script https://assets.staging.example.com/app.js, which the"
                        + " config forbids (assets.forbid-hosts: *.staging.example.com)");
    }

    @Test
    void findsAForbiddenHostInABundle() {
        APage page = APage.withBody("<script src=\"js/app.js\"></script>")
                .answering(
                        "js/app.js",
                        AnAnswer.of(200, "text/javascript", "x={a:\"https:\\/\\/API.staging.example.com\\/v1\"}"));

        List<Finding> findings =
                page.judgedBy(CHECK, Expecting.noHost("*.staging.example.com")).findings();

        assertThat(findings).extracting(Finding::subject).containsExactly("https://API.staging.example.com");
        assertThat(findings).extracting(Finding::impact).containsExactly(Severity.SEV2);
        assertThat(findings.get(0).reproduce())
                .contains("curl -sS 'https://shop.example/js/app.js' | grep -o -i"
                        + " '.\\{0,60\\}api\\.staging\\.example\\.com.\\{0,60\\}'");
    }

    @Test
    void findsAForbiddenHostInInlineCode() {
        APage page = APage.withBody("<script>var api = 'https://api.staging.example.com/'</script>");

        assertThat(page.judgedBy(CHECK, Expecting.noHost("*.staging.example.com"))
                        .findings())
                .hasSize(1);
    }

    @Test
    void onlyNotesTheDefaultOfALibraryThatNamesLocalhost() {
        APage page = APage.withBody("<script src=\"js/app.js\"></script>")
                .answering("js/app.js", AnAnswer.of(200, "text/javascript", "o=location.href||\"http://localhost\""));

        assertThat(page.judgedBy(CHECK, Expecting.noHost("localhost")).findings())
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
        assertThat(page.judgedBy(CHECK, Expectations.NONE).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void takesAPatternThatFitsThePageItselfForAnotherEnvironments() {
        APage page = APage.withBody("<script src=\"https://cdn.staging.example.com/app.js\"></script>")
                .at("https://www.staging.example.com/");

        assertThat(page.judgedBy(CHECK, Expecting.noHost("*.staging.example.com"))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void findsAForbiddenHostThatAStyleSheetNames() {
        APage page = APage.healthy().naming(Role.FONT, "https://old.example.net/a.woff2", Reference.Origin.CSS);

        assertThat(page.judgedBy(CHECK, Expecting.noHost("old.example.net")).findings())
                .hasSize(1);
    }
}
