package dev.smokerunner.observe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {

    @Test
    void goesStraightWhereNothingIsSet() {
        assertThat(chosen(Map.of(), "https://shop.example/")).isEqualTo("DIRECT");
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy:3128, HTTP @ proxy/<unresolved>:3128",
        "proxy:3128, HTTP @ proxy/<unresolved>:3128",
        "http://proxy, HTTP @ proxy/<unresolved>:80",
        "http://user:pass@proxy:1/, HTTP @ proxy/<unresolved>:1",
        "socks5://proxy, SOCKS @ proxy/<unresolved>:1080",
        "http://[::1]:8, HTTP @ ::1/<unresolved>:8",
        "http://proxy:99999, DIRECT",
    })
    void readsAProxyInEachSpelling(String value, String expected) {
        assertThat(chosen(Map.of("http_proxy", value), "http://shop.example/")).isEqualTo(expected);
    }

    @Test
    void choosesByTheSchemeOfTheUrl() {
        Map<String, String> environment = Map.of("http_proxy", "a:1", "HTTPS_PROXY", "b:2");

        assertThat(chosen(environment, "http://shop.example/")).contains("a/");
        assertThat(chosen(environment, "https://shop.example/")).contains("b/");
    }

    @Test
    void readsLowerCaseFirst() {
        assertThat(chosen(Map.of("http_proxy", "a:1", "HTTP_PROXY", "b:2"), "http://shop.example/"))
                .contains("a/");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/",
        "http://app.localhost/",
        "http://127.0.0.1:1/",
        "http://127.9.9.9/",
        "http://[::1]/"
    })
    void neverAsksAProxyForLoopback(String url) {
        assertThat(chosen(Map.of("all_proxy", "a:1"), url)).isEqualTo("DIRECT");
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, https://shop.example/, DIRECT",
        "shop.example, https://www.shop.example/, DIRECT",
        ".shop.example, https://www.shop.example/, DIRECT",
        "shop.example, https://shop.example.net/, HTTP",
        "*.shop.example, https://www.shop.example/, DIRECT",
        "'other, Shop.Example', https://shop.example/, DIRECT",
        "shop.example:443, https://shop.example/, DIRECT",
        "shop.example:8443, https://shop.example/, HTTP",
        "10.0.0.0/8, https://10.1.2.3/, DIRECT",
        "10.0.0.0/8, https://11.1.2.3/, HTTP",
        "fd00::/8, https://[fd12::1]/, DIRECT",
        "10.1.2.3, https://10.1.2.3/, DIRECT",
        "1.2.3, https://10.1.2.3/, HTTP",
        "<local>, https://intranet/, DIRECT",
        "*, https://shop.example/, DIRECT",
    })
    void leavesOutWhatNoProxyNames(String noProxy, String url, String expected) {
        assertThat(chosen(Map.of("https_proxy", "a:1", "no_proxy", noProxy), url))
                .startsWith(expected);
    }

    private static String chosen(Map<String, String> environment, String url) {
        return new EnvironmentProxies(environment)
                .select(URI.create(url))
                .get(0)
                .toString();
    }
}
