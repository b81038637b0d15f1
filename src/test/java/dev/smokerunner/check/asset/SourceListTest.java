package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListTest {
    private static final URI PAGE = URI.create("https://shop.example/order/");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'self' | https://shop.example/send | true",
                "'self' | https://pay.example/send | false",
                "'none' | https://shop.example/send | false",
                "* | https://pay.example/send | true",
                "https: | https://pay.example/send | true",
                "https: | http://pay.example/send | false",
                "pay.example | https://pay.example/send | true",
                "pay.example | http://pay.example/send | false",
                "http://pay.example | https://pay.example/send | true",
                "https://*.pay.example | https://eu.pay.example/send | true",
                "https://*.pay.example | https://pay.example/send | false",
                "https://pay.example | https://pay.example:8443/send | false",
                "https://pay.example:* | https://pay.example:8443/send | true",
                "https://pay.example/forms/ | https://pay.example/forms/send | true",
                "https://pay.example/forms | https://pay.example/forms/send | false",
                "https://a.example https://pay.example | https://pay.example/send | true",
            })
    void allowsWhatBrowsersAllow(String sources, URI url, boolean isAllowed) {
        // The quotes are part of the words, and the reader of the table takes them off.
        String words = sources.equals("self") || sources.equals("none") ? "'" + sources + "'" : sources;

        assertThat(SourceList.of(words).allows(url, PAGE)).isEqualTo(isAllowed);
    }

    @Test
    void allowsNothingWhereItIsEmpty() {
        assertThat(SourceList.of("").allows(PAGE, PAGE)).isFalse();
    }
}
