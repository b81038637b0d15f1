package dev.smokerunner.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class PatternsTest {

    @Test
    void aTextIsContained() {
        assertThat(new TextPattern("2.4").isIn("version 2.4.1")).isTrue();
        assertThat(new TextPattern("2.4").isIn("version 214")).isFalse();
    }

    @Test
    void aTextBetweenSlashesIsAnExpression() {
        assertThat(new TextPattern("/Script error\\.?/").isIn("Script error")).isTrue();
        assertThat(new TextPattern("/^Script$/").isIn("Script error")).isFalse();
    }

    @Test
    void aWrongExpressionIsRefused() {
        assertThatThrownBy(() -> new TextPattern("/(/")).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void aStarStandsForAnyText() {
        UrlPattern pattern = new UrlPattern("https://stats.example.net/*");

        assertThat(pattern.matches("https://stats.example.net/a?b=c")).isTrue();
        assertThat(pattern.matches("https://stats-example.net/a")).isFalse();
    }

    @Test
    void anEndBeginsAtAPathSegment() {
        UrlPattern pattern = new UrlPattern("js/main-*.js");

        assertThat(pattern.matchesEnd("/app/js/main-3f9a.js")).isTrue();
        assertThat(pattern.matchesEnd("js/main-3f9a.js")).isTrue();
        assertThat(pattern.matchesEnd("/notjs/main-3f9a.js")).isFalse();
        assertThat(pattern.matchesEnd("/js/main-3f9a.js.map")).isFalse();
    }
}
