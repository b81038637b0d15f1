package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.serving.EdgeAddress;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgesReaderTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 0",
        "203.0.113.7:8443, 203.0.113.7, 8443",
        "2001:db8::7, 2001:db8::7, 0",
        "[2001:db8::7], 2001:db8::7, 0",
        "[2001:db8::7]:8443, 2001:db8::7, 8443",
        "edge.example.net, edge.example.net, 0",
        "edge.example.net:80, edge.example.net, 80"
    })
    void readsAddressesAndNamesWithAndWithoutAPort(String text, String host, int port) {
        assertThat(EdgesReader.address(text))
                .isEqualTo(new EdgeAddress(host, port == 0 ? OptionalInt.empty() : OptionalInt.of(port)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://edge.example.net/",
                "edge.example.net/",
                "a b",
                "edge:0",
                "edge:65536",
                "[edge]:80",
                ":80",
                "127.0.0.300",
                "203.0.113",
                "203.0.113.07",
                "2001:db8::7::1",
                "[::ffff:1.2.3.999]:80"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> EdgesReader.address(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an IP address or a host name, with or without a port");
    }

    @Test
    void writesAddressesAsPeopleDo() {
        assertThat(new EdgeAddress("2001:db8::7", OptionalInt.of(8443))).hasToString("[2001:db8::7]:8443");
        assertThat(new EdgeAddress("2001:db8::7", OptionalInt.empty())).hasToString("2001:db8::7");
        assertThat(new EdgeAddress("edge.example.net", OptionalInt.of(80))).hasToString("edge.example.net:80");
    }
}
