package dev.smokerunner.observe.browser.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRefreshTest {
    private static final URI PAGE = URI.create("http://site.example/a/");

    @ParameterizedTest
    @ValueSource(strings = {"5; url=/b", "5;URL='/b'", " 5 , /b", "5;url = \"/b\" x", "5.9;url=/b", "5 ../b"})
    void readsEachForm(String content) {
        assertThat(PageRefresh.of(content, PAGE))
                .contains(new PageRefresh(Duration.ofSeconds(5), URI.create("http://site.example/b")));
    }

    @Test
    void sendsNobodyAwayWhereThePageLoadsItselfAgain() {
        assertThat(PageRefresh.of("5", PAGE)).isEmpty();
        assertThat(PageRefresh.of("5; url=", PAGE)).isEmpty();
        assertThat(PageRefresh.of("5; url=./", PAGE)).isEmpty();
        assertThat(PageRefresh.of("", PAGE)).isEmpty();
        assertThat(PageRefresh.of("soon; url=/b", PAGE)).isEmpty();
    }
}
