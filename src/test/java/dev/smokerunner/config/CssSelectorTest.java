package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and with which words, is in {@code config/refused/selectors.yaml}. */
class CssSelectorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "form#signup",
                "footer .version",
                "*",
                "ul > li + li ~ li",
                "a, b",
                "a[href^='https://'], a[href$=\".pdf\" i]",
                "a[title='(']",
                "form:has(> input:invalid)",
                ":is(h1, h2):where(.a, .b):not([hidden])",
                "li:nth-child(2n + 1 of .on)",
                "svg|rect",
                "#\\31 st",
                ".sm\\:flex",
                ".a\\,",
                "my-element::part(label)",
                "#überschrift",
                "._private.--modifier",
                "dialog:open",
                "input:user-invalid"
            })
    void takesWhatBrowsersTake(String selector) {
        assertThat(CssSelector.parse(selector)).isEqualTo(selector);
    }
}
