package dev.smokerunner.observe.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenientUriTest {

    @ParameterizedTest
    @CsvSource({
        "http://site.example/a?b=c#d, http://site.example/a?b=c",
        "http://site.example/a|b, http://site.example/a%7Cb",
        "http://site.example/{{name}}.js, http://site.example/%7B%7Bname%7D%7D.js",
        "http://site.example/a?q=[1]^2, http://site.example/a?q=[1]%5E2",
        "http://site.example/100%.png, http://site.example/100%25.png",
        "http://site.example/a%20b|, http://site.example/a%20b%7C",
        "HTTP://Site.example:80, http://site.example/",
        "about:blank, about:blank",
        "http://[::1]:8080/a|, http://[::1]:8080/a%7C"
    })
    void encodesWhatAUriMayNotHold(String url, URI expected) {
        assertThat(LenientUri.of(url)).isEqualTo(expected);
    }

    @Test
    void makesSomethingOfNonsense() {
        assertThat(LenientUri.of("http://a b/?")).hasScheme("invalid");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(LenientUri.of("http://site.example/" + "a".repeat(100_000)).toString())
                .hasSize(8_000);
    }
}
