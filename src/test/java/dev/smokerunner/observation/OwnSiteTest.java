package dev.smokerunner.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.expectation.UrlPattern;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSiteTest {
    private static final OwnSite SITE = new OwnSite("shop.example", true, List.of(new UrlPattern("*.shop-files.test")));

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/, true",
        "http://cdn.Shop.example:8080/a.js, true",
        "https://a.shop-files.test/a.js, true",
        "https://shop-files.test/a.js, false",
        "https://myshop.example/, false",
        "https://shop.example.evil.test/, false",
        "about:blank, false",
        "data:text/plain;shop.example, false",
    })
    void hasItsDomainAndTheHostsThatTheConfigNames(String url, boolean expected) {
        assertThat(SITE.has(URI.create(url))).isEqualTo(expected);
    }

    @Test
    void hasNothingBelowAHostThatIsNoDomain() {
        OwnSite bare = new OwnSite("localhost", false, List.of());

        assertThat(bare.hasHost("localhost")).isTrue();
        assertThat(bare.hasHost("a.localhost")).isFalse();
    }

    @Test
    void hasNothingWhereNothingWasSeen() {
        assertThat(OwnSite.NONE.hasHost("")).isFalse();
        assertThat(OwnSite.NONE.hasHost("shop.example")).isFalse();
    }
}
