package dev.smokerunner.observe.browser.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.Processes;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectorThreadTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private static List<Thread> selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-SelectorManager"))
                .toList();
    }

    @Test
    void endsWithItsClientAndWithNoOther() {
        HttpClient other = HttpClient.newHttpClient();
        List<Thread> before = selectors();
        HttpClient client = HttpClient.newHttpClient();
        List<Thread> own =
                selectors().stream().filter(thread -> !before.contains(thread)).toList();
        assertThat(own).hasSize(1);

        SelectorThread.end(client);

        assertThat(Processes.soon(SOON, () -> !own.get(0).isAlive())).isTrue();
        assertThat(before).allMatch(Thread::isAlive);
        assertThat(other.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
}
