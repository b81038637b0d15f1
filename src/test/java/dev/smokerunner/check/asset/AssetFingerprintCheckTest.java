package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetFingerprintCheckTest {
    private static final AssetFingerprintCheck CHECK = new AssetFingerprintCheck();

    private static String hash(NameDigest digest, String text, int length) {
        return digest.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, length);
    }

    private static AnAnswer script(String text) {
        return AnAnswer.of(200, "text/javascript", text);
    }

    /** A page whose scripts have the digests of these texts in their names, and are served with others. */
    private static APage page(NameDigest digest, int length, String... namedAndServed) {
        StringBuilder tags = new StringBuilder();
        for (int i = 0; i < namedAndServed.length; i += 2) {
            tags.append("<script src=\"" + name(digest, length, i, namedAndServed[i]) + "\"></script>\n");
        }
        APage page = APage.withBody(tags.toString());
        for (int i = 0; i < namedAndServed.length; i += 2) {
            page.answering(name(digest, length, i, namedAndServed[i]), script(namedAndServed[i + 1]));
        }
        return page;
    }

    private static String name(NameDigest digest, int length, int number, String text) {
        return "js/part" + number + "-" + hash(digest, text, length) + ".js";
    }

    @ParameterizedTest
    @EnumSource
    void failsWhenOneHasOtherBytesWhileTheOthersProveTheScheme(NameDigest digest) {
        CheckResult result = page(digest, 32, "one()", "one()", "two()", "two()", "new()", "old()")
                .judgedBy(CHECK);

        assertThat(result.findings()).hasSize(1);
        Finding finding = result.findings().get(0);
        assertThat(finding.subject()).endsWith(name(digest, 32, 4, "new()"));
        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
        assertThat(finding.expected()).isEqualTo(digest.label() + " " + hash(digest, "new()", 32));
        assertThat(finding.actual()).isEqualTo(digest.label() + " " + hash(digest, "old()", 32));
    }

    @Test
    void knowsTheShortDigestsOfGulpRev() {
        assertThat(page(NameDigest.SHA256, 10, "one()", "one()", "two()", "two()", "new()", "old()")
                        .judgedBy(CHECK)
                        .findings())
                .hasSize(1);
    }

    @Test
    void knowsDigestsInTheQuery() {
        String one = "js/a.js?v=" + hash(NameDigest.MD5, "a()", 32);
        String two = "js/b.js?v=" + hash(NameDigest.MD5, "b()", 32);
        String three = "js/c.js?v=" + hash(NameDigest.MD5, "new()", 32);

        CheckResult result = APage.withBody(
                        "<script src=\"" + one + "\"></script>",
                        "<script src=\"" + two + "\"></script>",
                        "<script src=\"" + three + "\"></script>")
                .answering(one, script("a()"))
                .answering(two, script("b()"))
                .answering(three, script("old()"))
                .judgedBy(CHECK);

        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).hint().orElseThrow()).startsWith("a cache that ignores the query");
    }

    @Test
    void provesNothingWhereOneMatchMayBeChance() {
        assertThat(page(NameDigest.MD5, 32, "one()", "one()", "new()", "old()")
                        .judgedBy(CHECK)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void provesNothingWhereNoFingerprintIsADigestOfTheBytes() {
        assertThat(page(NameDigest.MD5, 20, "one", "1", "two", "2", "three", "3")
                        .judgedBy(CHECK)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesWhatToolsRewroteAfterwardsAlone() {
        String rewritten = "import('./lazy-" + hash(NameDigest.MD5, "lazy", 32) + ".js')";

        assertThat(page(NameDigest.MD5, 32, "one()", "one()", "two()", "two()", "import('./lazy.js')", rewritten)
                        .judgedBy(CHECK)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesAPageThatAnswersInsteadToAssetType() {
        assertThat(page(NameDigest.MD5, 32, "one()", "one()", "two()", "two()", "new()", "<!DOCTYPE html><p>hi")
                        .judgedBy(CHECK)
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    private static CheckResult scripts(String... sources) {
        StringBuilder tags = new StringBuilder();
        for (String source : sources) {
            tags.append("<script src=\"" + source + "\"></script>\n");
        }
        return APage.withBody(tags.toString()).judgedBy(CHECK);
    }

    @Test
    void notesAScriptWithoutFingerprintAmongOthersThatHaveOne() {
        CheckResult result = scripts("js/one.3a5f9c1b.js", "js/two.9c1b3a5f.js", "js/signup.js");

        assertThat(result.findings()).extracting(Finding::subject).containsExactly("https://shop.example/js/signup.js");
        assertThat(result.findings()).extracting(Finding::impact).containsExactly(Severity.SEV4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "js/config.js",
                "js/env.js",
                "js/runtime-config.js",
                "js/require.js",
                "js/jquery-3.7.1.min.js",
                "js/vendor/backbone.js",
                "js/app.js?v=2",
                "js/index-qwrtzpsd.js",
                "signup.js",
                "https://cdn.example.net/signup.js"
            })
    void letsOthersBeWithout(String source) {
        assertThat(scripts("js/one.3a5f9c1b.js", "js/two.9c1b3a5f.js", source).outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"js/polyfills.js", "js/theme.js", "js/client.js", "js/loader.js", "js/system-status.js"})
    void takesNoCommonWordInANameForAReason(String source) {
        assertThat(scripts("js/one.3a5f9c1b.js", "js/two.9c1b3a5f.js", source).findings())
                .hasSize(1);
    }

    @Test
    void comparesWithAQueryInAnyFolderAndWithANameInTheSameFolderAlone() {
        CheckResult queries = scripts("a/one.js?v=3a5f9c1b", "b/two.js?v=9c1b3a5f", "js/signup.js");
        CheckResult names = scripts("a/one.3a5f9c1b.js", "b/two.9c1b3a5f.js", "a/signup.js");

        assertThat(queries.findings())
                .extracting(Finding::subject)
                .containsExactly("https://shop.example/js/signup.js");
        assertThat(names.findings()).isEmpty();
    }

    @Test
    void asksForTwoThatHaveOne() {
        assertThat(scripts("js/main.3a5f9c1b.js", "js/signup.js").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void hasNothingToSayWhereNothingHasAFingerprint() {
        assertThat(scripts("js/a.js", "js/b.js").outcome()).isEqualTo(Outcome.SKIPPED);
    }
}
