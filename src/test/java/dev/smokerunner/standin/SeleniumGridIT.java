package dev.smokerunner.standin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.Processes;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Selenium Grid of the tests stands: nodes, slots, sessions, and an end. */
class SeleniumGridIT {
    private static final Pattern SLOT = Pattern.compile("\"lastStarted\"");
    private static final Pattern SESSION = Pattern.compile("\"sessionId\":\\s*\"([0-9a-f]+)\"");

    @Test
    void hasOneSlotOnEachOfTwoNodesAndGivesABrowser() throws IOException {
        try (SeleniumGrid grid = SeleniumGrid.start(2)) {
            assertThat(SLOT.matcher(grid.get("/status").text()).results()).hasSize(2);

            String session = open(grid);

            assertThat(grid.get("/session/" + session + "/window/handles").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void losesTheSessionsOfANodeThatGoesDown() throws IOException {
        try (SeleniumGrid grid = SeleniumGrid.start(1)) {
            String session = open(grid);

            grid.killNode(grid.nodeOf(session));

            assertThat(grid.get("/session/" + session + "/window/handles").status())
                    .isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void leavesNoProcessAndNoFileBehind() throws IOException {
        Set<ProcessHandle> others = Processes.ofThisMachine();
        SeleniumGrid grid = SeleniumGrid.start(1);
        open(grid);
        List<ProcessHandle> ours = Processes.besides(others);

        grid.close();

        assertThat(ours).hasSizeGreaterThan(5).noneMatch(ProcessHandle::isAlive);
        assertThat(grid.directory()).doesNotExist();
    }

    private static String open(SeleniumGrid grid) {
        String wish = "{\"capabilities\":{\"alwaysMatch\":{\"browserName\":\"chrome\","
                + "\"goog:chromeOptions\":{\"args\":[\"--headless=new\"]}}}}";
        String answer = Answer.to(HttpRequest.newBuilder(grid.url().resolve("session"))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(wish)))
                .orFail("a session")
                .text();
        return SESSION.matcher(answer).results().findFirst().orElseThrow().group(1);
    }
}
