package dev.smokerunner.observe.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileAddressTest {
    private static final URI BASE = URI.create("https://www.example.com/signup/");

    @Test
    void knowsThePageOfAFolderByTwoNames() {
        assertThat(FileAddress.of(BASE, "help/index.html"))
                .containsExactly(BASE.resolve("help/"), BASE.resolve("help/index.html"));
        assertThat(FileAddress.of(BASE, "index.html")).containsExactly(BASE, BASE.resolve("index.html"));
    }

    @ParameterizedTest
    @CsvSource({
        "js/a b.js, js/a%20b.js",
        "js/a+b.js, js/a%2Bb.js",
        "js/100%.js, js/100%25.js",
        "js/ü.js, js/%C3%BC.js",
        "js/a?b#c.js, js/a%3Fb%23c.js",
        "js/@scope/a~1(b).js, js/@scope/a~1(b).js",
        "//evil.example/a.js, //evil.example/a.js",
        "http:/a.js, http:/a.js"
    })
    void neverLeavesTheSite(String key, String path) {
        assertThat(FileAddress.of(BASE, key)).containsExactly(URI.create(BASE + path));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com/signup/, index.html",
        "https://www.example.com/signup/help/?a=b, help/index.html",
        "https://www.example.com/signup/js/a%20b.js#c, js/a b.js",
    })
    void findsTheKeyOfAUrl(URI url, String key) {
        assertThat(FileAddress.key(BASE, url)).contains(key);
    }

    @Test
    void hasNoKeyForWhatLiesElsewhere() {
        assertThat(FileAddress.key(BASE, URI.create("https://www.example.com/other/")))
                .isEmpty();
    }

    @Test
    void takesTheFolderOfAPageForItsBase() {
        assertThat(FileAddress.base(URI.create("https://www.example.com/signup/index.html?a=b")))
                .isEqualTo(BASE);
    }
}
