package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertCommandTest {
    private static final String CONFIG = """
            name: signup
            environments: {production: {url: "https://www.example.com/"}}
            alerts:
              slack: {webhook: "${secret:SLACK}"}
              webhook: {url: "${secret:HOOK}", sign-with: "${secret:KEY}"}
            """;

    private final MockWebServer server = new MockWebServer();

    @TempDir
    private Path folder;

    private Path config = Path.of("");

    @BeforeEach
    void start() throws IOException {
        server.start();
        config = Files.writeString(folder.resolve("c.yaml"), CONFIG);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendATestToOneChannel() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body("ok").build());

        Call call = call("slack");

        assertThat(call.code()).isZero();
        assertThat(call.out()).isEqualTo("slack: taken\n");
        assertThat(server.takeRequest().getBody().utf8()).contains("Test of alerts: signup: nothing is wrong");
    }

    @Test
    void sendATestToAllChannelsAndSayWhatBecameOfEach() {
        server.enqueue(new MockResponse.Builder()
                .code(403)
                .body("action_prohibited at " + server.url("/secret-path"))
                .build());
        server.enqueue(new MockResponse.Builder().code(503).build());

        Call call = call("all");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out().lines())
                .containsExactly(
                        "slack: refused (status 403: action_prohibited at ***); look at the address and the key that the"
                                + " config names",
                        "webhook: not taken now (status 503); a real alert would be sent again");
    }

    @Test
    void nameTheChannelsThatThereAre() {
        Call call = call("pagerduty");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .isEqualTo("--test: expected a channel of " + config + ", got pagerduty, and it has slack, webhook\n");
    }

    @Test
    void tellAllThatIsWrongWithAConfig() throws IOException {
        Files.writeString(config, CONFIG.replace("name: signup", "nam: signup"));

        Call call = call("slack");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("nam", "name");
    }

    private Call call(String channel) {
        return Call.smoke(
                new StubApplication()
                        .with(Map.of(
                                "SLACK",
                                server.url("/secret-path").toString(),
                                "HOOK",
                                server.url("/hook").toString(),
                                "KEY",
                                "k3y-of-the-hook")),
                "alert",
                "--test",
                channel,
                "-c",
                config.toString());
    }
}
