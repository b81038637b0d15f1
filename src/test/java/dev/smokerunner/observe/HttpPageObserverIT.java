package dev.smokerunner.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPageObserverIT {
    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

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
    void asksForWhatScriptsNameToTheEnd() {
        files.put("/", "<script type=module src=a/main.js></script>");
        files.put("/a/main.js", "import('./lazy.js')");
        files.put("/a/lazy.js", "import '../b/deep.js';new Worker(new URL('w.js',import.meta.url))");
        files.put("/b/deep.js", "export default 1");
        files.put("/a/w.js", "importScripts('part.js')");

        HttpView view = look(Duration.ofMinutes(1));

        assertThat(paths(view)).containsExactly("/a/main.js", "/a/lazy.js", "/b/deep.js", "/a/w.js", "/a/part.js");
        assertThat(view.assets().get(url("/a/part.js")).isOk()).isFalse();
        assertThat(view.notes()).isEmpty();
    }

    @Test
    void asksForWhatThePagesOwnScriptsNameWhereItsHtmlNamesNothing() {
        files.put("/", "<h1>Pool</h1><script>navigator.serviceWorker.register('/sw.js')</script>");
        files.put("/sw.js", "importScripts('/lost.js')");

        HttpView view = look(Duration.ofMinutes(1));

        assertThat(paths(view)).containsExactly("/sw.js", "/lost.js");
    }

    @Test
    void asksOnceForModulesThatImportEachOther() {
        files.put("/", "<script type=module src=a.js></script>");
        files.put("/a.js", "import './b.js'");
        files.put("/b.js", "import './a.js'");

        look(Duration.ofMinutes(1));

        assertThat(asked.get("/a.js")).hasValue(1);
        assertThat(asked.get("/b.js")).hasValue(1);
    }

    @Test
    void resolvesAgainstWhereAScriptWasRedirectedTo() {
        files.put("/", "<script src=old.js></script>");
        files.put("/old.js", "-> /new/main.js");
        files.put("/new/main.js", "import('./lazy.js')");

        assertThat(paths(look(Duration.ofMinutes(1)))).contains("/new/lazy.js");
    }

    @Test
    void joinsTheRuntimeOfOneScriptWithTheCallsOfAnother() {
        files.put("/", "<script src=r.js></script><script src=m.js></script>");
        files.put("/r.js", "(()=>{r.u=e=>'c/'+e+'.js',r.p='/'})()");
        files.put("/m.js", "n.e(7).then(n.bind(n,8))");

        assertThat(paths(look(Duration.ofMinutes(1)))).contains("/c/7.js");
    }

    @Test
    void doesNotReadAPageThatAnswersForAScript() {
        files.put("/", "<script src=a.js></script>");
        files.put("/a.js", "<!DOCTYPE html><script>import('/b.js')</script>");

        assertThat(paths(look(Duration.ofMinutes(1)))).containsExactly("/a.js");
    }

    @Test
    void asksForTheIconsOfAManifest() {
        files.put("/", "<link rel=manifest href=m.webmanifest>");
        files.put("/m.webmanifest", "{\"icons\":[{\"src\":\"i/1.png\"}]}");

        assertThat(paths(look(Duration.ofMinutes(1)))).contains("/i/1.png");
    }

    @Test
    void saysWhatItHadNoTimeFor() {
        files.put("/", "<script src=a.js></script>");
        files.put("/a.js", "import('/b.js')");

        HttpView view = look(Duration.ZERO);

        assertThat(paths(view)).containsExactly("/a.js");
        assertThat(view.notes()).singleElement().asString().contains("/b.js").contains("time was over");
    }

    @Test
    void keepsTheOrderInWhichThingsAreNamed() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            script.append("import('./").append(i).append(".js');");
            files.put("/" + i + ".js", "import('./late-" + i + ".js')");
        }
        files.put("/", "<script src=a.js></script>");
        files.put("/a.js", script.toString());

        List<String> first = paths(look(Duration.ofMinutes(1)));

        assertThat(first).hasSize(81).isEqualTo(paths(look(Duration.ofMinutes(1))));
        assertThat(first.subList(1, 3)).containsExactly("/0.js", "/1.js");
        assertThat(first.subList(41, 43)).containsExactly("/late-0.js", "/late-1.js");
    }

    @Test
    void asksOnceForWhatManyPagesOfARunName() {
        String shared = "<link rel=stylesheet href=/s.css><script src=/a.js></script><img src=/p.png>";
        files.put("/s.css", "p { background: url(bg.png) }");
        files.put("/a.js", "run()");
        files.put("/p.png", "x");
        files.put("/bg.png", "x");

        try (HttpFetcher http = new HttpFetcher(HttpOptions.of(url("/")), Map.of(), Sleeper.SYSTEM)) {
            for (int i = 0; i < 30; i++) {
                files.put("/page/" + i, shared);
                assertThat(look(http, url("/page/" + i), Duration.ofMinutes(1)).assets())
                        .hasSize(4);
            }
        }

        assertThat(asked).hasSize(34).allSatisfy((path, times) -> assertThat(times)
                .hasValue(1));
    }

    private HttpView look(Duration time) {
        try (HttpFetcher http = new HttpFetcher(HttpOptions.of(url("/")), Map.of(), Sleeper.SYSTEM)) {
            return look(http, url("/"), time);
        }
    }

    private static HttpView look(HttpFetcher http, URI page, Duration time) {
        PageScripts scripts = new PageScripts(new ScriptMemory(), url -> true, new Deadline(time, System::nanoTime));
        return new HttpPageObserver(
                        http,
                        url -> true,
                        scripts,
                        new ListedFiles(url -> true, new Deadline(java.time.Duration.ofSeconds(30), System::nanoTime)),
                        false)
                .at(page, 200);
    }

    private static List<String> paths(HttpView view) {
        return view.references().stream()
                .map(Reference::url)
                .map(url -> url.orElseThrow().getPath())
                .distinct()
                .toList();
    }

    private MockResponse answer(String path) {
        asked.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
        String text = files.get(path);
        if (text == null) {
            return new MockResponse.Builder().code(404).build();
        }
        if (text.startsWith("-> ")) {
            return new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", text.substring(3))
                    .build();
        }
        String type = text.startsWith("<") ? "text/html" : path.endsWith("js") ? "text/javascript" : "application/json";
        return new MockResponse.Builder()
                .addHeader("Content-Type", type)
                .body(text)
                .build();
    }

    private URI url(String path) {
        return server.url(path).uri();
    }
}
