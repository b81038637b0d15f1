package dev.smokerunner.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can stand in a config for the next build and the next visitor too. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"signup", "order-form", "mainNav", "search_box", "A"})
    void anIdOfWordsIsGiven(String id) {
        assertThat(new StableName(List.of("<div id=" + id + ">")).isGiven(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mat-input-3",
                "headlessui-menu-button-1",
                ":r1:",
                "radix-«r0»",
                "ember417",
                "css-1q2w3e4r",
                "menu-DiwrgTdQ",
                "__next",
                "a.b",
                "${HOME}",
                "x\"] { y",
                ""
            })
    void whatIsNotOfWordsMayBeComputed(String id) {
        assertThat(new StableName(List.of("<div id=" + id + ">")).isGiven(id)).isFalse();
    }

    @Test
    void anIdThatStandsNowhereWasPutTogetherWhenThePageRan() {
        assertThat(new StableName(List.of("const id = 'menu-' + name")).isGiven("menu-left"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/config,/api/config",
        "/api/config?key=5,/api/config*",
        "/api/orders/4711/lines,/api/orders/*/lines",
        "/api/8c7e1f0a-6c1c-4b7d-9d51-0f1e9a3b7c55/me,/api/*/me",
        "/data/v12ab34cd56ef78gh/page.json,/data/*/page.json",
        "/data/feed-3f9a1c7d.json,/data/feed-*.json",
        "/api/list/,/api/list/"
    })
    void aCallIsWrittenWithoutWhatIsOfOneVisit(String call, String pattern) {
        assertThat(PathPattern.ofCall(URI.create("https://shop.example" + call)))
                .isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({"/js/app-3f9a1c7d.js,js/app-*.js", "assets/index-DiwrgTdQ.js,assets/index-*.js", "main.js,main.js"})
    void aFileIsWrittenWithoutItsFingerprint(String path, String pattern) {
        assertThat(PathPattern.ofFile(path)).isEqualTo(pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${HOME}", "/a+/", "a\nb", "a\u202eb", "a\u0007", "\ud800", " ", "\u2028", "\ue000"})
    void whatWouldMeanSomethingElseInAConfigIsNoText(String text) {
        assertThat(WritableText.isText(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sign up", "Größe: 5 \"x\" \\ #", "- a: b", "日本語", "🙂", "/help", "$5 {off}"})
    void whatMeansItselfIsText(String text) {
        assertThat(WritableText.isText(text)).isTrue();
    }
}
