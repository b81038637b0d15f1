package dev.smokerunner.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the {@code sh} blocks of the documentation, each as a shell does, in a folder like a clone. They exit with 0, or with what
 * stands behind the fence ({@code sh exits 1}). The page of {@code www.example.com} is one on loopback.
 */
class DocumentedCommandsBrowserIT {
    private static final String EXITS = "exits ";

    @TempDir
    private Path clone;

    private HttpServer site;

    @BeforeEach
    void makeAClone() throws IOException, InterruptedException {
        byte[] page = "<!doctype html><html lang=en><title>Example</title><h1>Example</h1><p>It works.</p></html>"
                .getBytes(StandardCharsets.UTF_8);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            boolean isPage = exchange.getRequestURI().getPath().equals("/");
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(isPage ? 200 : 404, isPage ? page.length : -1);
            exchange.getResponseBody().write(isPage ? page : new byte[0]);
            exchange.close();
        });
        site.start();
        assertThat(new ProcessBuilder("cp", "-r", "smoke-configs", clone.toString())
                        .start()
                        .waitFor())
                .isZero();
        Path launcher = Files.writeString(
                clone.resolve("smoke"), "#!/bin/sh\nexec '" + Path.of("smoke").toAbsolutePath() + "' \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void closeTheSite() {
        site.stop(0);
    }

    @TestFactory
    Stream<DynamicTest> doWhatTheyAreSaidToDo() {
        return CodeBlock.all().stream()
                .filter(block ->
                        block.language().equals("sh") && !block.remark().startsWith("not run"))
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> run(block)));
    }

    private void run(CodeBlock block) throws IOException, InterruptedException {
        String here = "http://127.0.0.1:" + site.getAddress().getPort() + "/";
        // As if a run that failed had been before.
        Files.createDirectories(clone.resolve("smoke-report"));
        Files.copy(
                Path.of("src/test/resources/dev/smokerunner/report/golden/incident.json"),
                clone.resolve("smoke-report/result.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Path output = clone.resolve("output.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", block.text().replace("https://www.example.com/", here));
        shell.environment().put("SMOKE_NO_INSTALL", "1");
        shell.environment().put("PATH", clone + ":" + System.getenv("PATH"));
        Process process = shell.directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(block.toString()).isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", block, Files.readString(output))
                .isEqualTo(
                        block.remark().isEmpty()
                                ? 0
                                : Integer.parseInt(block.remark().substring(EXITS.length())));
    }
}
