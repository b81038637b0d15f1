package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command line on hostile zips, all in one JVM with 64 MiB of heap, and looks at what it says and leaves behind. */
class HostileZipsIT {
    /** Promised are two seconds; a machine that builds something else meanwhile may need more. */
    private static final Duration SLOWEST = Duration.ofSeconds(10);

    private static final String SEPARATOR = "\f";

    @TempDir
    static Path directory;

    private static final Map<String, Outcome> OUTCOMES = new LinkedHashMap<>();

    private record Outcome(int exit, long millis, String printed) {}

    @BeforeAll
    static void runThemAll() throws Exception {
        Path zips = Files.createDirectory(directory.resolve("zips"));
        HostileZips.writeTo(zips);
        Path output = directory.resolve("output");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("tmp")),
                        "-cp",
                        absolute(System.getProperty("java.class.path")),
                        Child.class.getName(),
                        zips.toString())
                .directory(Files.createDirectory(directory.resolve("work")).toFile())
                .redirectError(directory.resolve("errors").toFile())
                .redirectOutput(output.toFile())
                .start();
        int exit = child.waitFor();
        String said = Files.readString(output);

        assertThat(exit).as(Files.readString(directory.resolve("errors"))).isZero();
        for (String one : said.split(SEPARATOR)) {
            String[] parts = one.split("\n", 4);
            if (parts.length == 4) {
                OUTCOMES.put(parts[0], new Outcome(Integer.parseInt(parts[1]), Long.parseLong(parts[2]), parts[3]));
            }
        }
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefusedOrJudgedWithItsOwnWords() {
        return HostileZips.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Outcome outcome = OUTCOMES.get(entry.getKey());

                    assertThat(outcome).isNotNull();
                    assertThat(outcome.printed()).contains(entry.getValue().says());
                    assertThat(outcome.exit())
                            .as(outcome.printed())
                            .isEqualTo(entry.getValue().exit());
                    assertThat(Duration.ofMillis(outcome.millis())).isLessThan(SLOWEST);
                    assertThat(outcome.printed().replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
                }));
    }

    @Test
    void nothingIsWrittenAnywhere() throws IOException {
        try (Stream<Path> left = Files.walk(directory)) {
            List<String> names = left.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .filter(name -> !name.startsWith("zips" + File.separator))
                    .toList();

            assertThat(names).containsExactlyInAnyOrder("output", "errors");
        }
    }

    /** The JVM that runs them. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            List<Path> zips;
            try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
                zips = files.sorted().toList();
            }
            for (Path zip : zips) {
                StringWriter out = new StringWriter();
                long start = System.nanoTime();
                int exit = Main.commandLine(new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(out))
                        .execute("run", "--target", zip.toString(), "--browser", "none", "--format", "console");
                long millis = (System.nanoTime() - start) / 1_000_000;
                String name = zip.getFileName().toString().replaceFirst("\\.zip$", "");
                System.out.print(name + "\n" + exit + "\n" + millis + "\n" + out + SEPARATOR);
            }
            System.exit(0);
        }
    }
}
