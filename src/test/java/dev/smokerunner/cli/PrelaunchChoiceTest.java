package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.BrowserChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrelaunchChoiceTest {

    @Test
    void isTheUsualOneForARunThatSaysNothingOfBrowsers() {
        assertThat(PrelaunchChoice.wantedBy(List.of("run", "signup.yaml", "-e", "staging")))
                .contains(BrowserChoice.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run http://site.example/ --browser-binary /opt/chrome",
                "run --browser-binary=/opt/chrome a.yaml"
            })
    void isTheOneThatTheRunNames(String command) {
        assertThat(PrelaunchChoice.wantedBy(List.of(command.split(" "))))
                .flatMap(BrowserChoice::binary)
                .contains(Path.of("/opt/chrome"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "run --help",
                "run https://www.example.com/ --dry-run",
                "schema",
                "run a.yaml --browser none",
                "run a.yaml --browser=edge",
                "run a.yaml --grid http://grid.example/",
                "run a.yaml --browser-binary"
            })
    void isNoneWhereNoneOfThisMachineWillBeWantedOrNobodyKnowsWhich(String command) {
        assertThat(PrelaunchChoice.wantedBy(List.of(command.split(" ")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "browser: firefox | false",
                "browser: [chrome, firefox] | false",
                "browser: {name: none} | false",
                "name: shop | true",
                "# not for firefox yet | true"
            })
    void readsWhatAConfigSaysOfBrowsers(String config, boolean isUsual, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), config);

        assertThat(PrelaunchChoice.wantedBy(List.of("run", file.toString())).isPresent())
                .isEqualTo(isUsual);
    }
}
