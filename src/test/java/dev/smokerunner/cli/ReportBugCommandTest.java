package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes bug reports of what real runs saw of a site that has private things in all places, without a browser. */
class ReportBugCommandTest {
    private static final List<String> PRIVATE = List.of(
            "c00kie-4711", "jane.roe", "reset-8f31", "tok-77a1", "eyJhbGciOiJI", "csrf-5501", "Q-search-99", "jroe");

    @TempDir
    private Path temp;

    private HttpServer server;
    private Path kept;
    private Path zip;

    @BeforeEach
    void startASite() throws IOException {
        kept = temp.resolve("kept");
        zip = temp.resolve("kept-bug-report.zip");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean isPage = exchange.getRequestURI().getPath().equals("/");
            exchange.getResponseHeaders().add("Content-Type", isPage ? "text/html" : "text/plain");
            exchange.getResponseHeaders().add("Set-Cookie", "sid=c00kie-4711; Path=/; HttpOnly");
            byte[] body = (isPage ? page() : "none").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isPage ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopTheSite() {
        server.stop(0);
    }

    private static String page() {
        return """
                <!doctype html><html lang=en><head><meta charset=utf-8><title>Shop</title>
                <meta name="csrf-token" content="csrf-5501">
                <script>start({"apiKey": "tok-77a1", jwt: "eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0"});</script>
                <script src="app.js?v=3f9a2c71"></script><script src="app.js?v=77b12d03"></script>
                <img alt="" src="/picture?q=Q-search-99&amp;token=reset-8f31"></head>
                <body><h1>Hello jane.roe@example.com</h1> your session is c00kie-4711</body></html>
                """;
    }

    @Test
    void isJudgedAsTheRunWasWithoutWhatIsPrivate() throws IOException {
        Call run = smoke("run", url(), "--browser", "none", "--save-observation", kept, "--format", "json");

        Call report = smoke("report-bug", kept);
        Call again = smoke("judge", zip, "--format", "json");

        assertThat(report.err()).isEmpty();
        assertThat(report.code()).isZero();
        assertThat(run.out()).contains("\"asset-missing\"");
        assertThat(verdictAndFindings(again)).isEqualTo(verdictAndFindings(run)).isNotEmpty();
        assertThat(allText()).doesNotContain(PRIVATE).contains("Hello xxx");
    }

    @Test
    void saysWhereItIsWhatItHoldsAndWhatToLookAt() throws IOException {
        smoke("run", url(), "--browser", "none", "--save-observation", kept);

        Call report = smoke("report-bug", kept);

        assertThat(report.out())
                .startsWith(zip + "\n\nof smoke ")
                .contains(" holds\n  observation/")
                .contains("It is judged as the run was: fail, ")
                .contains("Masked: cookies (1), credentials (3), e-mail addresses (1), query values (2)")
                .contains("Not masked: host names")
                .contains("Before you send it");
        assertThat(text("about.txt"))
                .isEqualTo(report.out().substring(report.out().indexOf("of smoke")));
        assertThat(text("machine.json")).contains("smoke-doctor/1").contains("\"java\"");
    }

    @Test
    void keepsWhatTwoAddressesDifferIn() throws IOException {
        smoke("run", url(), "--browser", "none", "--save-observation", kept);
        smoke("report-bug", kept);

        assertThat(allText()).contains("app.js?v=3f9a2c71", "app.js?v=77b12d03");
    }

    @Test
    void leavesWhatIsToBeKept() throws IOException {
        smoke("run", url(), "--browser", "none", "--save-observation", kept);

        smoke("report-bug", kept, "--keep", "e-mail-addresses,query-values");

        assertThat(allText()).contains("jane.roe@example.com", "Q-search-99").doesNotContain("c00kie-4711");
    }

    @Test
    void namesNoFolderOfThisMachine() throws IOException {
        Path site = Files.createDirectories(temp.resolve("private-folder").resolve("site"));
        Files.writeString(site.resolve("index.html"), page());
        smoke("run", "-t", site, "--browser", "none", "--save-observation", kept);

        assertThat(smoke("report-bug", kept).code()).isZero();

        assertThat(allText()).doesNotContain("private-folder").contains("/site");
    }

    @Test
    void saysTheSameOfTheSameRunByteForByte() throws IOException {
        smoke("run", url(), "--browser", "none", "--save-observation", kept);
        smoke("report-bug", kept);
        Path other = temp.resolve("other.zip");
        smoke("report-bug", kept, "-o", other);

        try (ZipFile first = new ZipFile(zip.toFile());
                ZipFile second = new ZipFile(other.toFile())) {
            for (ZipEntry entry : Collections.list(first.entries())) {
                if (entry.getName().startsWith("observation/")) {
                    assertThat(second.getEntry(entry.getName()).getCrc())
                            .as(entry.getName())
                            .isEqualTo(entry.getCrc());
                }
            }
        }
    }

    @Test
    void overwritesNothing() throws IOException {
        smoke("run", url(), "--browser", "none", "--save-observation", kept);
        Files.writeString(zip, "mine");

        Call report = smoke("report-bug", kept);

        assertThat(report)
                .isEqualTo(new Call(2, "", zip + ": expected no such file yet, got one; name another with --output\n"));
        assertThat(zip).hasContent("mine");
    }

    @Test
    void leavesNoZipWhereThereIsNothingToReport() throws IOException {
        Path empty = Files.createDirectories(temp.resolve("empty"));

        Call report = smoke("report-bug", empty, "-o", zip);

        assertThat(report)
                .isEqualTo(new Call(
                        2, "", empty + ": expected a folder that --save-observation wrote, with a run.json in it\n"));
        assertThat(zip).doesNotExist();
    }

    @Test
    void saysWhatCanBeKept() {
        assertThat(smoke("report-bug", temp, "--keep", "hosts").err())
                .contains("--keep: expected cookies, credentials, e-mail-addresses, query-values, folders or pictures,"
                        + " got \"hosts\"");
    }

    @Test
    void refusesToJudgeAnotherZip() throws IOException {
        Files.write(zip, new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertThat(smoke("judge", zip))
                .isEqualTo(new Call(2, "", zip + ": expected a bug report with observation/run.json in it\n"));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Without the texts, in which signs stand for what was private. */
    private static List<String> verdictAndFindings(Call call) {
        return call.out()
                .lines()
                .filter(line -> line.matches("\\s*\"(?:verdict|severity|check|kind|impact|outcome|subjects)\":.*"))
                .toList();
    }

    private String text(String entry) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return new String(file.getInputStream(file.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String allText() throws IOException {
        List<String> names;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            names = Collections.list(file.entries()).stream()
                    .map(ZipEntry::getName)
                    .toList();
        }
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(text(name));
        }
        return names.stream().collect(Collectors.joining("\n", "", "\n")) + all;
    }

    private static Call smoke(Object... words) {
        LocalSystem here = LocalSystem.current();
        LocalSystem system = new LocalSystem(
                here.clock(),
                here.nanoTime(),
                here.sleeper(),
                Map.of("HOME", "/home/jroe", "USER", "jroe", "NO_COLOR", "1"));
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        return Call.smoke(new LocalApplication(PrelaunchedBrowser.NONE, system), args);
    }
}
