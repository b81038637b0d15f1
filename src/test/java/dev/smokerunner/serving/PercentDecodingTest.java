package dev.smokerunner.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentDecodingTest {

    @Test
    void undoesWhatABrowserDoes() throws CharacterCodingException {
        assertThat(PercentDecoding.decode("a%20b/gr%C3%BCn%2B.js")).isEqualTo("a b/grün+.js");
    }

    @Test
    void keepsAPlusSign() throws CharacterCodingException {
        assertThat(PercentDecoding.decode("a+b.js")).isEqualTo("a+b.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%", "a%2", "a%zz", "a%ff", "%c0%ae%c0%ae"})
    void refusesWhatIsNoText(String path) {
        assertThatThrownBy(() -> PercentDecoding.decode(path)).isInstanceOf(CharacterCodingException.class);
    }
}
