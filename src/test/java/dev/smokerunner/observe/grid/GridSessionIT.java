package dev.smokerunner.observe.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.observe.session.WantedBrowser;
import dev.smokerunner.standin.SeleniumGrid;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real Grid gives browsers, says when it has none, and loses them with their nodes. */
class GridSessionIT {
    /** A browser starts in two seconds; on a busy machine it takes much longer. */
    private static final Duration WAIT = Duration.ofSeconds(60);

    private static final WantedBrowser CHROME =
            WantedBrowser.chromium(WantedBrowser.Kind.CHROME, List.of("--headless=new", "--disable-gpu"));

    private static SeleniumGrid machines;
    private static GridAddress grid;

    @BeforeAll
    static void startGrid() throws IOException {
        machines = SeleniumGrid.start(2);
        grid = GridAddress.parse(machines.url().toString());
    }

    @AfterAll
    static void endGrid() {
        machines.close();
    }

    /** One story, because each browser takes seconds: two are had, a third is not, one node dies, one slot comes back. */
    @Test
    void givesAsManyBrowsersAsItHasSlotsAndTellsOfTheOneThatIsLost() throws Exception {
        CompletableFuture<String> lost = new CompletableFuture<>();
        assertThat(GridSlots.of(grid, WantedBrowser.Kind.CHROME)).isEqualTo(new GridSlots(2, 2));

        GridSession second = GridSession.open(grid, CHROME, WAIT);
        try (GridSession first = GridSession.open(grid, CHROME, WAIT)) {
            GridWatch watch = GridWatch.over(first, lost::complete);
            assertThat(GridSlots.of(grid, WantedBrowser.Kind.CHROME)).isEqualTo(new GridSlots(0, 2));
            assertThat(said(first))
                    .contains("\"product\":\"Chrome/" + first.title().split(" ")[1]);
            assertThatThrownBy(() -> GridSession.open(grid, CHROME, Duration.ofSeconds(1)))
                    .hasMessageContaining("all of its 2 slots are in use");
            assertThat(lost).isNotDone();

            machines.killNode(machines.nodeOf(first.id()));

            assertThat(lost.get(30, TimeUnit.SECONDS)).contains("lost the browser: unknown error: Unable to execute");
            watch.close();
            assertThat(second.lost()).isEmpty();
            second.close();
            assertThat(second.lost()).hasValueSatisfying(why -> assertThat(why).contains("invalid session id"));
            try (GridSession third = GridSession.open(grid, CHROME, WAIT)) {
                assertThat(third.lost()).isEmpty();
            }
        }
    }

    /** What a browser answers that is asked for its version over its DevTools socket. */
    private static String said(GridSession session) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(session.socket(), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        answer.complete(data.toString());
                        return null;
                    }
                })
                .get(30, TimeUnit.SECONDS);
        socket.sendText("{\"id\":1,\"method\":\"Browser.getVersion\"}", true).get(30, TimeUnit.SECONDS);
        String said = answer.get(30, TimeUnit.SECONDS);
        socket.abort();
        return said;
    }
}
