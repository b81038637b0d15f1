package dev.smokerunner.check.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrityTest {
    private static final byte[] CODE = "run();".getBytes(StandardCharsets.UTF_8);
    private static final String RIGHT = Digest.SHA384.of(CODE);
    private static final String WRONG = Digest.SHA384.of("stop();");

    private static boolean accepts(String attribute) {
        return Integrity.of(attribute).accepts(CODE);
    }

    @Test
    void wantsOneOfItsDigests() {
        assertThat(accepts(RIGHT)).isTrue();
        assertThat(accepts(WRONG + " " + RIGHT)).isTrue();
        assertThat(accepts(WRONG)).isFalse();
    }

    @Test
    void goesByItsStrongestAlgorithm() {
        assertThat(accepts(Digest.SHA256.of(CODE) + " " + WRONG)).isFalse();
        assertThat(accepts(Digest.SHA256.of("stop();") + "\n" + RIGHT)).isTrue();
    }

    @Test
    void takesBothAlphabetsOptionsAndNoPadding() {
        assertThat(accepts(RIGHT.substring(0, 7)
                        + RIGHT.substring(7).replace('+', '-').replace('/', '_') + "?type=x"))
                .isTrue();
        assertThat(accepts(Digest.SHA256.of(CODE).replace("=", ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "md5-AAAA", "sha384-%%%", "SHA384-AAAA", "sha384", "nonsense"})
    void saysNothingThatBrowsersUnderstand(String attribute) {
        assertThat(Integrity.of(attribute).digest()).isEmpty();
        assertThat(accepts(attribute)).isTrue();
    }
}
