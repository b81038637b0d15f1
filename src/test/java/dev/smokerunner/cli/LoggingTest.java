package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggingTest {
    private final StringWriter err = new StringWriter();

    @AfterEach
    void silence() {
        Logging.silence();
    }

    @Test
    void showsTheLibrariesLogsWithoutSecrets() {
        Logging.show(new PrintWriter(err), text -> text.replace("hunter22", "***"));

        Logger.getLogger("org.example.library").info("logging in with hunter22");

        assertThat(err.toString()).contains("logging in with ***").doesNotContain("hunter22");
    }

    @Test
    void saysNothingOnceSilenced() {
        Logging.show(new PrintWriter(err), text -> text);

        Logging.silence();
        Logger.getLogger("org.example.library").severe("trouble");

        assertThat(err.toString()).isEmpty();
    }
}
