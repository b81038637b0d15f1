package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Settling;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.result.Timings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two builds behind one address. Each path has its answers in turn, the last of them from then on. */
class BuildsIT {
    private static final String OLD = "<script src=app-1f2e3d4c.js></script>";
    private static final String NEW = "<script src=app-9a8b7c6d.js></script>";
    private static final String MISSING = "404";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, List<String>> answers = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getUrl().encodedPath());
            }
        });
        server.start(InetAddress.getByName("127.0.0.1"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void asksNoMoreWhereNothingIsMissing() {
        answers.put("/", List.of(OLD, NEW, OLD));
        answers.put("/app-1f2e3d4c.js", List.of("1"));

        assertThat(seen()).isEmpty();
        assertThat(asked).containsExactly("/", "/app-1f2e3d4c.js");
    }

    @Test
    void asksUntilTheFirstBuildIsThereAgain() {
        answers.put("/", List.of(OLD, OLD, OLD, OLD, NEW, OLD));
        answers.put("/app-1f2e3d4c.js", List.of(MISSING));

        assertThat(seen()).hasSize(6);
    }

    @Test
    void endsWhereNoOtherBuildShowsItself() {
        answers.put("/", List.of(OLD));
        answers.put("/app-1f2e3d4c.js", List.of(MISSING));

        assertThat(Set.copyOf(seen())).hasSize(1);
        assertThat(asked).filteredOn("/"::equals).hasSize(8);
    }

    @Test
    void asksForAChunkThatComesAndGoesThoughTheHtmlIsWhole() {
        answers.put("/", List.of(OLD, NEW, OLD));
        answers.put("/app-1f2e3d4c.js", List.of("import('./list-5f20d8e1.js')"));
        answers.put("/list-5f20d8e1.js", List.of(MISSING, "1", MISSING, "1"));

        assertThat(seen()).hasSize(3);
    }

    @Test
    void asksForWhatOnlyOneAnswerNamesThoughNothingWasMissingByChance() {
        answers.put("/", List.of(OLD, NEW, OLD));
        answers.put("/app-1f2e3d4c.js", List.of("1", MISSING));

        assertThat(seen(Optional.of(NEW))).hasSize(4);
    }

    @Test
    void endsWhereEachBuildHasTheFilesOfTheOther() {
        answers.put("/", List.of(OLD, NEW, OLD));
        answers.put("/app-1f2e3d4c.js", List.of("1"));
        answers.put("/app-9a8b7c6d.js", List.of("1"));

        assertThat(seen(Optional.of(NEW))).isEmpty();
        assertThat(asked).filteredOn("/"::equals).hasSize(1);
    }

    private List<Set<URI>> seen() {
        return seen(Optional.empty());
    }

    private List<Set<URI>> seen(Optional<String> byTheBrowser) {
        URI page = server.url("/").uri();
        try (HttpFetcher http = new HttpFetcher(HttpOptions.of(page), Map.of(), Sleeper.SYSTEM)) {
            Deadline deadline = new Deadline(Duration.ofMinutes(1), System::nanoTime);
            PageScripts scripts = new PageScripts(new ScriptMemory(), url -> true, deadline);
            ListedFiles listed = new ListedFiles(url -> true, deadline);
            HttpView view = new HttpPageObserver(http, url -> true, scripts, listed, false).at(page, 200);
            return new Builds(http, url -> true).seen(view, byTheBrowser.map(BuildsIT::visit));
        }
    }

    private static BrowserVisit visit(String source) {
        return new BrowserVisit(
                BrowserVisit.Ending.LOADED,
                "",
                List.of(),
                Captured.seen(source),
                List.of(),
                Timings.NONE,
                Captured.unseen("not rendered", Fault.TOOL),
                List.of(),
                Captured.unseen("no picture", Fault.TOOL),
                List.of(),
                List.of(),
                Settling.NONE,
                Set.of());
    }

    private synchronized MockResponse answer(String path) {
        asked.add(path);
        List<String> rest = new ArrayList<>(answers.getOrDefault(path, List.of(MISSING)));
        String body = rest.get(0);
        if (rest.size() > 1) {
            answers.put(path, rest.subList(1, rest.size()));
        }
        return body.equals(MISSING)
                ? new MockResponse.Builder().code(404).build()
                : new MockResponse.Builder()
                        .addHeader("Content-Type", path.equals("/") ? "text/html" : "text/javascript")
                        .body(body)
                        .build();
    }
}
