package dev.smokerunner.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "shop.localhost",
                "127.0.0.1",
                "127.1.2.3",
                "::1",
                "[::1]",
                "[0:0:0:0:0:0:0:1]"
            })
    void isThisMachine(String host) {
        assertThat(Loopback.isHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.example.com",
                "127.0.0.1.example.com",
                "localhost.example.com",
                "notlocalhost",
                "0.0.0.0",
                "10.0.0.1",
                "[::2]",
                ""
            })
    void isAnotherMachine(String host) {
        assertThat(Loopback.isHost(host)).isFalse();
    }
}
