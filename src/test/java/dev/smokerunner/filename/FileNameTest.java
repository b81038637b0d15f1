package dev.smokerunner.filename;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "js/main-b2bab16f7a534cf4d2a4c9c9fdb6ec91.js, b2bab16f7a534cf4d2a4c9c9fdb6ec91, main",
        "main.3f9a77b1.chunk.js, 3f9a77b1, main-chunk",
        "assets/index-B_x-9aQ1.js, B_x-9aQ1, index",
        "chunk-C7HX4QOV.js, C7HX4QOV, chunk",
        "app.1419242400.js, 1419242400, app",
        "ab12cd34ef56.js, ab12cd34ef56, ''",
    })
    void knowsTheFingerprint(String key, String fingerprint, String plain) {
        FileName name = FileName.of(key);

        assertThat(name.fingerprint().map(Fingerprint::text)).contains(fingerprint);
        assertThat(name.plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jquery-3.7.1.min.js",
                "bootstrap.bundle.min.js",
                "html2canvas.js",
                "app-vendor.js",
                "es2015.js",
                "fontawesome6.css",
                "ie10-viewport-bug-workaround.js",
                "polyfills-es5.js",
                "base64url.js"
            })
    void takesNoWordForAFingerprint(String key) {
        assertThat(FileName.of(key).fingerprint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"jquery-3.7.1.slim.min.js, jquery", "app.bundle.js, app", "a/b/Site.css, site"})
    void isPlainWithoutFormAndVersion(String key, String plain) {
        assertThat(FileName.of(key).plain()).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "assets/index-B3x9kQ2a.js, assets/index-*.js",
        "assets/index-Bq_x3kA9.css, assets/index-*.css",
        "js/main.3a5f9c1b.chunk.js, js/main.*.chunk.js",
        "js/main.48213907.chunk.js, js/main.*.chunk.js",
        "_next/static/Xk3v9QpLmT2rYw8zNc4bd/app.js, _next/static/*/app.js",
        "app.1705484800.js, app.*.js",
        "3a5f9c1b2d4e6f70.js, *.js",
        "js/page-MainView.js, js/page-MainView.js",
        "jquery-3.7.1.min.js, jquery-3.7.1.min.js",
        "/api/items, /api/items",
    })
    void isTheSameAcrossBuilds(String key, String same) {
        assertThat(FileName.of(key).acrossBuilds()).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "js/shop-3a5f9c1b.js, js/shop-9c1b3a5f.js, true",
        "js/shop.js, js/shop-9c1b3a5f.js, true",
        "js/shop.min.js, js/shop.js, true",
        "js/page-1.js, js/page-2.js, false",
        "js/shop-MainView.js, js/shop-SideView.js, false",
        "js/shop.js, js/shop.css, false",
    })
    void knowsAnotherBuild(String one, String other, boolean isOther) {
        assertThat(FileName.of(one).isOtherBuildOf(FileName.of(other))).isEqualTo(isOther);
    }

    @ParameterizedTest
    @CsvSource({"app.1705484800.js, false", "app.3a5f9c1b.js, true", "app.js, false"})
    void tellsAHashFromATime(String key, boolean isHash) {
        assertThat(FileName.of(key).hasHash()).isEqualTo(isHash);
    }
}
