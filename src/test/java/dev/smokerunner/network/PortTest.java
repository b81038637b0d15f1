package dev.smokerunner.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {
    @Test
    void readsWhatCanBeConnectedTo() {
        assertThat(Port.parse("1")).hasValue(1);
        assertThat(Port.parse("65535")).hasValue(65_535);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "70000", "99999999999", "-1", "+1", " 1", "http", ""})
    void readsNothingElse(String text) {
        assertThat(Port.parse(text)).isEmpty();
    }
}
