package dev.smokerunner.observe.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.expectation.UrlPattern;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.shop.example.co.uk/, https://static.example.co.uk/a.js, true",
        "https://www.shop.co.uk/, https://www.other.co.uk/a.js, false",
        "https://me.github.io/, https://you.github.io/a.js, false",
        "https://shop.com/, http://cdn.shop.com:8080/a.js, true",
        "https://shop.com/, https://shop.com.evil.com/a.js, false",
        "https://shop.com/, https://notshop.com/a.js, false",
        "http://127.0.0.1:8080/, http://127.0.0.1:9090/a.js, true",
        "http://127.0.0.1/, http://127.0.0.2/a.js, false",
        "http://10.0.0.1/, http://11.0.0.1/a.js, false",
        "http://localhost:1/, http://localhost:2/a.js, true",
        "http://web/, http://api/a.js, false",
        "http://[::1]/, http://[0:0:0:0:0:0:0:1]:8/a.js, true",
        "https://SHOP.com/, https://Www.Shop.COM/a.js, true",
        "https://münchen.com/, https://www.xn--mnchen-3ya.com/a.js, true",
    })
    void isOneRegistrableDomain(String page, String url, boolean expected) {
        assertThat(new Site(URI.create(page), List.of()).test(URI.create(url))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "*.example.com, https://a.example.com/, true",
        "*.example.com, https://a.b.example.com/, true",
        "*.example.com, https://example.com/, false",
        "*.example.com, https://example.com.evil.net/, false",
        "Static.Example.com, https://static.example.com/x, true",
        "static.example.com, https://cdn.example.com/static.example.com, false",
        "d111111abcdef8.cloudfront.net, https://d111111abcdef8.cloudfront.net/a.js, true",
    })
    void includesTheHostsThatTheConfigNames(String pattern, String url, boolean expected) {
        Site site = new Site(URI.create("https://shop.test/"), List.of(new UrlPattern(pattern)));

        assertThat(site.test(URI.create(url))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"about:blank", "data:text/plain;x", "mailto:a@shop.com"})
    void includesNothingWithoutAHost(String url) {
        assertThat(new Site(URI.create("https://shop.com/"), List.of()).test(URI.create(url)))
                .isFalse();
    }
}
