package dev.smokerunner.check.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.cause.Causes;
import dev.smokerunner.check.cause.Overrides;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingFingerprintTest {
    private static final Kind MISSING = Kind.cause("asset-missing");

    private static String of(String page, Kind kind, Subject subject, String message) {
        Detection found = Detection.on(URI.create(page), "asset-status", kind, Severity.SEV2, subject)
                .message(message)
                .build();
        List<Finding> findings = new FindingWriter(new CurlCommands())
                .written(new Causes(new PageView(APage.healthy().seen()), new Overrides(List.of()))
                        .joined(List.of(found)));
        return findings.get(0).fingerprint();
    }

    private static String ofUrl(String page, String url) {
        return of(page, MISSING, Subject.of(URI.create(url)), "it is missing");
    }

    private static String ofTag(String tag) {
        return of("https://shop.example/", MISSING, new Subject.Tag(tag, true), "a tag");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4711/, http://127.0.0.1:4711/js/app-4f81c2aa.js, http://127.0.0.1:80/a, http://127.0.0.1:80/js/app-4f81c2aa.js",
        "https://shop.example/, https://shop.example/js/app-4f81c2aa.js, https://shop.example/, https://shop.example/js/app-99d1c0fe.js",
        "https://shop.example/, https://shop.example/js/app.js?v=17, https://staging.shop.example/, https://staging.shop.example/js/app.js?v=18",
        "https://a.example/, https://cdn.example/lib.js, https://b.example/x, https://cdn.example:444/lib.js",
        "https://a.example/, https://a.example/_next/static/Zk3Jq8sLxT0wYb1RvNcQe/_buildManifest.js,"
                + " https://a.example/, https://a.example/_next/static/b1RvNcQeZk3Jq8sLxT0wY/_buildManifest.js"
    })
    void isTheSameForTheSameCause(String page, String url, String otherPage, String otherUrl) {
        assertThat(ofUrl(page, url)).isEqualTo(ofUrl(otherPage, otherUrl));
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/js/app-4f81c2aa.js, https://shop.example/js/vendor-4f81c2aa.js",
        "https://shop.example/js/app.js, https://shop.example/css/app.css",
        "https://cdn.example/lib.js, https://cdn.other/lib.js",
        "https://shop.example/api/towns?page=1, https://shop.example/api/towns?filter=1"
    })
    void differsForAnotherCause(String url, String other) {
        assertThat(ofUrl("https://shop.example/", url)).isNotEqualTo(ofUrl("https://shop.example/", other));
    }

    @Test
    void holdsNoWording() {
        Subject subject = Subject.of(URI.create("https://shop.example/a.js"));

        assertThat(of("https://shop.example/", MISSING, subject, "it is missing"))
                .isEqualTo(of("https://shop.example/", MISSING, subject, "es fehlt"))
                .startsWith("asset-missing:");
    }

    @Test
    void differsForAnotherKind() {
        Subject subject = Subject.of(URI.create("https://shop.example/a.js"));

        assertThat(of("https://shop.example/", MISSING, subject, ""))
                .isNotEqualTo(of("https://shop.example/", Kind.cause("asset-refused"), subject, ""));
    }

    @Test
    void ofATagLeavesOutWhatEachBuildMakesAnew() {
        String tag = "<script data-main=\"js/main-1f2e3d4c.js\" nonce=\"aGVsbG8\" integrity=\"sha384-AAAA\">";
        String next = "<script data-main=\"js/main-9f8e7d6c.js\" nonce=\"d29ybGQ\" integrity=\"sha384-BBBB\">";

        assertThat(ofTag(tag)).isEqualTo(ofTag(next)).isNotEqualTo(ofTag(tag.replace("js/main", "js/other")));
    }

    @Test
    void ofAnErrorLeavesOutTheLine() {
        List<Finding> before = APage.healthy()
                .throwing("TypeError: total is null", "js/app-4f81c2aa.js", 3)
                .findings();
        List<Finding> after = APage.healthy()
                .throwing("TypeError: total is null", "js/app-99d1c0fe.js", 8)
                .findings();
        List<Finding> other = APage.healthy()
                .throwing("TypeError: price is null", "js/app-4f81c2aa.js", 3)
                .findings();

        assertThat(before.get(0).fingerprint())
                .isEqualTo(after.get(0).fingerprint())
                .isNotEqualTo(other.get(0).fingerprint());
    }

    @Test
    void tellsTwoOfAPageApartThatLookAlike() {
        Detection found = Detection.on(
                        URI.create("https://shop.example/"),
                        "script-tag",
                        Kind.alone("tag-unclosed"),
                        Severity.SEV2,
                        new Subject.Tag("<script src=a.js", true))
                .build();

        assertThat(new FindingWriter(new CurlCommands())
                        .written(new Causes(new PageView(APage.healthy().seen()), new Overrides(List.of()))
                                .joined(List.of(found, found))))
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
    }
}
