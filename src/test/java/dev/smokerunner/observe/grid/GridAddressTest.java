package dev.smokerunner.observe.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.secret.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:4444, http://127.0.0.1:4444/, ws://127.0.0.1:4444/se",
        "http://[::1]:4444, http://[::1]:4444/, ws://[::1]:4444/se",
        "https://grid.example.com, https://grid.example.com/, wss://grid.example.com/se",
        "http://grid.example.com/wd/hub, http://grid.example.com/wd/hub/, ws://grid.example.com/wd/hub/se"
    })
    void isADirectoryBelowWhichTheGridAnswers(String text, String url, String socket) {
        GridAddress address = GridAddress.parse(text);

        assertThat(address.url()).isEqualTo(URI.create(url));
        assertThat(address.socket("se")).isEqualTo(URI.create(socket));
        assertThat(address.authorization()).isEmpty();
    }

    @Test
    void keepsUserAndPasswordOutOfItsUrlAndOfItsText() {
        GridAddress address = GridAddress.parse("http://tester:p%40ss@127.0.0.1:4444/");

        assertThat(address.url()).isEqualTo(URI.create("http://127.0.0.1:4444/"));
        assertThat(address.login().map(Secret::reveal)).contains("tester:p@ss");
        assertThat(address.authorization().map(Secret::reveal)).contains("Basic dGVzdGVyOnBAc3M=");
        assertThat(address.toString()).isEqualTo("http://127.0.0.1:4444/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:4444",
                "ws://127.0.0.1:4444/",
                "http:///",
                "http://127.0.0.1:99999/",
                "http://tester:hunter22@ss@127.0.0.1/",
                "http://127.0.0.1/?a=hunter22",
                "http://tester:hunter22@a b/"
            })
    void saysWhatIsExpectedWithoutTheText(String text) {
        assertThatThrownBy(() -> GridAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the http or https URL of a Selenium Grid such as http://127.0.0.1:4444/")
                .hasMessageNotContaining("hunter22");
    }

    @Test
    void isShownWithoutWhatMayBeAPassword() {
        assertThat(GridAddress.shown("http://tester:a/b@c@127.0.0.1/")).isEqualTo("http://***@127.0.0.1/");
    }
}
