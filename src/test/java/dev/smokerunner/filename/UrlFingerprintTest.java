package dev.smokerunner.filename;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.filename.UrlFingerprint.Place;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlFingerprintTest {
    @ParameterizedTest
    @CsvSource({
        "js/MainApp-b2bab16f7a534cf4d2a4c9c9fdb6ec91.js, b2bab16f7a534cf4d2a4c9c9fdb6ec91",
        "main.3a5f9c1b2d4e6f70.js, 3a5f9c1b2d4e6f70",
        "main.3a5f9c1b.chunk.js, 3a5f9c1b",
        "index.3a5f9c1b.js, 3a5f9c1b",
        "assets/index-DiwrgTda.js, DiwrgTda",
        "assets/index-B3x9kQ2a.js, B3x9kQ2a",
        "assets/index-Bq_x3kA9.css, Bq_x3kA9",
        "chunk-7EBGTEV3.js, 7EBGTEV3",
        "chunk-QZTRWXVK.js, QZTRWXVK",
        "app-0a1b2c3d4e.min.js, 0a1b2c3d4e",
        "chunk-a3k9v2qd.js, a3k9v2qd",
        "fonts/inter-v13-latin.1f2e3d4c.woff2, 1f2e3d4c",
        "app_3a5f9c1b.css, 3a5f9c1b",
        "3a5f9c1b.js, 3a5f9c1b"
    })
    void isTheHashInAName(String url, String hash) {
        assertThat(UrlFingerprint.in(URI.create("https://shop.example/" + url)))
                .contains(new UrlFingerprint(hash, Place.NAME));
    }

    @ParameterizedTest
    @CsvSource({
        "app.js?v=3a5f9c1b, 3a5f9c1b, QUERY",
        "app.js?3a5f9c1b, 3a5f9c1b, QUERY",
        "app.js?a=1&hash=3a5f9c1b, 3a5f9c1b, QUERY",
        "_next/static/Xk3v9QpLmT2rYw8zNc4bd/app.js, Xk3v9QpLmT2rYw8zNc4bd, FOLDER",
        "3a5f9c1b/app.js, 3a5f9c1b, FOLDER"
    })
    void mayStandInTheQueryOrAFolder(String url, String hash, Place place) {
        assertThat(UrlFingerprint.in(URI.create("https://shop.example/" + url)))
                .contains(new UrlFingerprint(hash, place));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feedback.js",
                "DSC01234.jpg",
                "photos/IMG20250817.jpg",
                "prices-20250817a.pdf",
                "prices-20250817T0930.pdf",
                "facade.js",
                "decade.js",
                "js/bootstrap.bundle.min.js",
                "fontawesome.css",
                "user-feedback.js",
                "bootstrap5.css",
                "page-MainView.js",
                "jQuery.js",
                "js/OrbitControls.js",
                "GLTFLoader.js",
                "iPhone6Plus.png",
                "face2face.jpg",
                "base64.js",
                "i18next.js",
                "sha256sum.js",
                "utf8decoder.js",
                "Windows10.png",
                "webGL2Renderer.js",
                "logo-1920x1080.png",
                "jquery-3.7.1.min.js",
                "app-20240117.js",
                "app.1705484800.js",
                "chunk-vendors.js",
                "polyfills-legacy.js",
                "index-homepage.js",
                "en-US.js",
                "README.md",
                "LICENSE",
                "cafe24.js",
                "TweenMax.min.js",
                "app.js?id=feedback",
                "style.css?page=2",
                "assets/icons/arrow-right.svg",
                "vendor/backbone-min.js",
                "HTMLParser.js",
                "apple-touch-icon-180x180.png"
            })
    void isNotAWordOrAVersion(String url) {
        assertThat(UrlFingerprint.in(URI.create("https://shop.example/" + url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jquery-3.7.1.min.js",
                "app.js?v=2",
                "app.js?ver=6.4.2",
                "v1.2.3/app.js",
                "app-20240117.js",
                "app.v12.js",
                "npm/vue@3.4.1/vue.js",
                "app.js?1705484800",
                "app.3a5f9c1b.js",
                "2.1.4/js/app.js"
            })
    void countsVersionsAsBusted(String url) {
        assertThat(UrlFingerprint.isVersioned(URI.create("https://shop.example/" + url)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.js", "js/main.min.js", "app.js?lang=de", "css/site.css", "js/page2.js"})
    void isMissingElsewhere(String url) {
        assertThat(UrlFingerprint.isVersioned(URI.create("https://shop.example/" + url)))
                .isFalse();
    }

    @Test
    void mayHideInAWordOfTheSameLength() {
        URI url = URI.create("https://shop.example/assets/index-qwrtzpsd.js");

        assertThat(UrlFingerprint.mayHave(url, 8)).isTrue();
        assertThat(UrlFingerprint.mayHave(url, 10)).isFalse();
    }
}
