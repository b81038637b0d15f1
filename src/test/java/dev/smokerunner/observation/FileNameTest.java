package dev.smokerunner.observation;

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

        assertThat(name.fingerprint()).contains(fingerprint);
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
}
