package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficCommandTest {
    private final StubApplication application = new StubApplication();

    @TempDir
    private Path folder;

    @BeforeEach
    void config() throws IOException {
        Files.writeString(folder.resolve("signup.yaml"), """
                name: signup
                environments: {production: {url: "https://www.example.com/signup/", audience: customers}}
                traffic: {logs: ["logs/*.log"]}
                """);
    }

    private static String line(String path) {
        // The time that the stub has.
        return "192.0.2.1 - - [01/Jan/1970:00:00:10 +0000] \"GET " + path + " HTTP/1.1\" 200 1\n";
    }

    private Call traffic(String... logs) {
        String[] options = {"traffic", "-c", folder + "/signup.yaml", "--data", folder + "/history.db"};
        String[] all = new String[options.length + logs.length];
        System.arraycopy(options, 0, all, 0, options.length);
        System.arraycopy(logs, 0, all, options.length, logs.length);
        return Call.smoke(application, all);
    }

    @Test
    void countsTheLogsOfTheConfigOnce() throws IOException {
        Path log = Files.createDirectories(folder.resolve("logs")).resolve("access.log");
        Files.writeString(log, line("/signup/") + line("/signup/x.js") + line("/shop/") + "milk\n");

        Call first = traffic();
        Call second = traffic();

        assertThat(first.out())
                .isEqualTo(log + ": 4 new lines, 2 counted, 1 of nothing that is watched, 1 strange"
                        + System.lineSeparator());
        assertThat(first.code()).isZero();
        assertThat(second.out()).isEqualTo(log + ": 0 new lines, 0 counted" + System.lineSeparator());
    }

    @Test
    void saysWhatItCannotCount() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "milk\nbread\n");

        Call call = traffic(list.toString(), folder.resolve("nowhere").toString());

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err().lines())
                .containsExactly(list + ": is in no format that is known", folder + "/nowhere: there is no log");
    }

    @Test
    void wantsLogs() throws IOException {
        Files.writeString(
                folder.resolve("signup.yaml"),
                "name: signup\nenvironments: {production: {url: \"https://www.example.com/\", audience: customers}}\n");

        Call call = traffic();

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("signup.yaml: expected logs, as LOG or in traffic.logs, got none");
    }
}
