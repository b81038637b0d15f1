package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.PolicyDirective;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {
    private static final ContentPolicy POLICY =
            ContentPolicy.of("a header", "default-src 'self';  script-src 'self' https://a.example ; img-src *");

    @Test
    void hasADirectiveInTheSameWordsOnly() {
        assertThat(POLICY.has(new PolicyDirective("script-src 'self' https://a.example")))
                .isTrue();
        assertThat(POLICY.has(new PolicyDirective("script-src 'self'"))).isFalse();
    }

    @Test
    void hasADirectiveByItsNameAlone() {
        assertThat(POLICY.has(new PolicyDirective("script-src"))).isTrue();
        assertThat(POLICY.has(new PolicyDirective("script"))).isFalse();
    }

    @Test
    void asksTheDefaultForWhatItDoesNotName() {
        assertThat(ContentPolicy.of("", "default-src 'none'").ofScripts()).isPresent();
        assertThat(POLICY.ofScripts().orElseThrow().name()).isEqualTo("script-src");
    }

    @Test
    void seesAWordThatLacksItsQuotes() {
        assertThat(new PolicyDirective("script-src self").unquotedKeyword()).contains("self");
        assertThat(new PolicyDirective("script-src 'self' https://none.example").unquotedKeyword())
                .isEmpty();
    }
}
