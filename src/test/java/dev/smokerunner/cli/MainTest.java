package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.config.ConfigSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static final String EXIT_CODES = """

            Exit codes:
              0     pass: everything ran, and nothing as bad as the gate was found
              1     fail: something as bad as the gate was found
              2     the command line or a config is wrong; nothing ran
              3     inconclusive: it could not find out, or could not write a report
              130   interrupted (SIGINT)
              143   terminated (SIGTERM)
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"run", "init", "monitor", "canary", "pir", "doctor", "schema", "install", "report", "report-bug"
            })
    void listsTheExitCodesInTheHelpOfEveryCommand(String command) {
        Call call = Call.smoke(new StubApplication(), command, "--help");

        assertThat(call.out()).endsWith(EXIT_CODES);
        assertThat(call.code()).isZero();
    }

    @Test
    void listsTheExitCodesInItsOwnHelp() {
        Call call = Call.smoke(new StubApplication(), "--help");

        assertThat(call.out()).startsWith("Usage: smoke [-hV] COMMAND\n").endsWith(EXIT_CODES);
        assertThat(call.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void saysItsVersion(String option) {
        Call call = Call.smoke(new StubApplication(), option);

        assertThat(call).isEqualTo(new Call(0, "smoke 1.2.3\n", ""));
    }

    @Test
    void printsTheSchema() {
        Call call = Call.smoke(new StubApplication(), "schema");

        assertThat(call).isEqualTo(new Call(0, ConfigSchema.text(), ""));
    }

    @Test
    void asksForACommandWhenThereIsNone() {
        Call call = Call.smoke(new StubApplication());

        assertThat(call)
                .isEqualTo(new Call(2, "", "Missing required subcommand\nTry 'smoke --help' for all options.\n"));
    }

    @Test
    void knowsWhichCommandWasMeant() {
        Call call = Call.smoke(new StubApplication(), "rnu");

        assertThat(call.err()).isEqualTo("""
                        Unmatched argument at index 0: 'rnu'
                        Did you mean: smoke run?
                        Try 'smoke --help' for all options.
                        """);
        assertThat(call.code()).isEqualTo(2);
    }

    @Test
    void knowsThatAUrlWithoutACommandIsMeantToBeRun() {
        Call call = Call.smoke(new StubApplication(), "https://me:hunter22@www.example.com/");

        assertThat(call.err()).isEqualTo("""
                        Unmatched argument at index 0: 'https://***@www.example.com/'
                        Did you mean: smoke run https://***@www.example.com/?
                        Try 'smoke --help' for all options.
                        """);
    }
}
