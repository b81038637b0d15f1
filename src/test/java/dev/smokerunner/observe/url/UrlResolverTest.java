package dev.smokerunner.observe.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlResolverTest {
    private static final URI BASE = URI.create("https://shop.example/app/page.html?q=1#top");

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "js/a.js -> https://shop.example/app/js/a.js",
                "/js/a.js -> https://shop.example/js/a.js",
                "../a.js -> https://shop.example/a.js",
                "../../../a.js -> https://shop.example/a.js",
                "?v=2 -> https://shop.example/app/page.html?v=2",
                "//cdn.example/a.js -> https://cdn.example/a.js",
                "a.js#part -> https://shop.example/app/a.js",
                "js\\a.js -> https://shop.example/app/js/a.js",
                "my file.js -> https://shop.example/app/my%20file.js",
                "grün.js -> https://shop.example/app/gr%C3%BCn.js",
                "HTTPS://CDN.Example:443/A.js -> https://cdn.example/A.js",
                "https://münchen.example/ -> https://xn--mnchen-3ya.example/",
                "a.js?x={y}|z -> https://shop.example/app/a.js?x=%7By%7D%7Cz",
                "“js/a.js” -> https://shop.example/app/%E2%80%9Cjs/a.js%E2%80%9D",
            })
    void resolvesAsABrowserDoes(String raw, URI expected) {
        assertThat(UrlResolver.resolve(BASE, raw)).contains(expected);
    }

    @Test
    void dropsLineEndsAndTabsWhereverTheyStand() {
        assertThat(UrlResolver.resolve(BASE, " \n js/\r\na\t.js \u0001"))
                .contains(URI.create("https://shop.example/app/js/a.js"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "http://:80/", "https://a b/", "http://[1/", "file:///C:/js/a.js", "ftp://x/y"})
    void findsNoUrlInWhatABrowserCannotFetch(String raw) {
        assertThat(UrlResolver.resolve(BASE, raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "#top",
                "data:text/css,a{}",
                "DATA:,x",
                "java\nscript:void(0)",
                "blob:https://x/1",
                "about:blank",
                "mailto:a@example.com"
            })
    void knowsWhatAsksForNothing(String raw) {
        assertThat(UrlResolver.isReference(raw)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.js", "/a", "?", "data/x.js", "https://", "file:///C:/a.js"})
    void knowsWhatAsksForSomething(String raw) {
        assertThat(UrlResolver.isReference(raw)).isTrue();
    }

    @Test
    void spellsOneAddressInOneWay() {
        assertThat(UrlResolver.absolute("HTTPS://Shop.Example:443#x")).contains(URI.create("https://shop.example/"));
    }
}
