package dev.smokerunner.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRuleTest {

    @ParameterizedTest
    @CsvSource({
        "/api/, https://api.example.com, /api/x, https://api.example.com/api/x",
        "/api/, https://api.example.com/, /api/x, https://api.example.com/api/x",
        "/api/, https://api.example.com:8443/, /api/a%20b, https://api.example.com:8443/api/a%20b",
        "/api/, https://example.com/v2/, /api/x/y, https://example.com/v2/x/y",
        "/api, https://example.com/v2, /api/x, https://example.com/v2/x",
    })
    void keepsThePathUnlessTheUrlHasItsOwn(String prefix, URI to, String path, URI expected) {
        assertThat(new ProxyRule(prefix, to).address(path, Optional.empty())).isEqualTo(expected);
    }

    @Test
    void keepsTheQuery() {
        assertThat(new ProxyRule("/api/", URI.create("http://api.test")).address("/api/x", Optional.of("q=a%26b")))
                .hasToString("http://api.test/api/x?q=a%26b");
    }

    @Test
    void meetsTheMostExactRuleFirst() {
        Map<String, URI> proxy = new LinkedHashMap<>();
        proxy.put("/api/", URI.create("http://a.test"));
        proxy.put("/api/v2/", URI.create("http://b.test"));

        assertThat(ProxyRule.of(proxy)).extracting(ProxyRule::prefix).containsExactly("/api/v2/", "/api/");
    }
}
