package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
    @TempDir
    private Path folder;

    private String smoke(StubApplication application, String... arguments) {
        StringWriter out = new StringWriter();
        Main.commandLine(application).setOut(new PrintWriter(out)).execute(arguments);
        return out.toString();
    }

    @Test
    void saysThatNobodyKnowsHowASiteIsAtWhichNobodyLooks() throws IOException {
        Path config = Files.writeString(folder.resolve("shop.yaml"), """
                name: shop
                environments:
                  production: {url: "http://shop.test/", audience: customers}
                """);
        String data = folder.resolve("history.db").toString();
        smoke(new StubApplication(Verdict.PASS), "monitor", config.toString(), "--once", "--data", data);
        StubApplication weekLater = new StubApplication() {
            @Override
            public Instant now() {
                return Instant.EPOCH.plus(Duration.ofDays(7));
            }
        };

        assertThat(smoke(new StubApplication(), "history", "--data", data)).startsWith("shop (production): ok");
        assertThat(smoke(weekLater, "history", "--data", data))
                .startsWith("shop (production): unknown, since 1970-01-01T00:00:0");
        assertThat(smoke(weekLater, "history", "--data", data, "--format", "json"))
                .contains("\"state\" : \"unknown\"");
    }
}
