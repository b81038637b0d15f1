package dev.smokerunner.cli;

import dev.smokerunner.doctor.Diagnosis;
import dev.smokerunner.doctor.RunNeeds;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.site.FaultySite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One directory of {@code src/test/resources/cases}: a config, the site that it looks at (a directory {@code site}, or a
 * file of that name that names one of {@code src/test/resources/sites}), what goes wrong there ({@code faults}), further
 * options ({@code options}), and all that the command line prints ({@code expected.txt}).
 */
record GoldenCase(Path directory) {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Path SITES = Path.of("src/test/resources/sites");

    static Stream<GoldenCase> all() throws IOException {
        try (Stream<Path> directories = Files.list(CASES)) {
            return directories.sorted().toList().stream().map(GoldenCase::new);
        }
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
    }

    Path expected() {
        return directory.resolve("expected.txt");
    }

    /** Runs the command line on the case; all that it prints, and its exit code. */
    String run(Path reports) throws IOException {
        try (FaultySite site = FaultySite.serve(site(), directory.resolve("faults"))) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exit = Main.commandLine(new CaseApplication(site.url().toString()))
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments(reports));
            String printed =
                    out + (err.toString().isEmpty() ? "" : "--- standard error\n" + err) + "exit " + exit + "\n";
            return steady(printed, site, reports);
        }
    }

    private Path site() throws IOException {
        Path own = directory.resolve("site");
        return Files.isDirectory(own)
                ? own
                : SITES.resolve(Files.readString(own).strip());
    }

    private String[] arguments(Path reports) throws IOException {
        Path options = directory.resolve("options");
        List<String> more = Files.exists(options)
                ? List.of(Files.readString(options).strip().split("\\s+"))
                : List.of();
        List<String> fixed = List.of(
                "run", directory.resolve("smoke.yaml").toString(), "--output", reports.toString(), "--no-color");
        return Stream.concat(fixed.stream(), more.stream()).toArray(String[]::new);
    }

    /** The text without what differs from run to run: the port, times, how often a page polls, and the place of the reports. */
    private static String steady(String printed, FaultySite site, Path reports) {
        return printed.replace(site.url().getAuthority(), "SITE")
                .replace("localhost:" + site.url().getPort(), "OTHER")
                .replace(reports.toString(), "REPORTS")
                .replaceAll("\\b\\d+(\\.\\d+)? (ms|s)\\b", "TIME")
                .replaceAll("\\d+ (requests?|things?)\\b", "N $1")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "LOOPBACK");
    }

    /** The real parts, with the site's address as an environment variable. */
    private record CaseApplication(String site, LocalApplication real) implements Application {
        CaseApplication(String site) {
            this(site, new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()));
        }

        @Override
        public LocalSystem system() {
            return real.system();
        }

        @Override
        public Rounds rounds(Clock clock) {
            return real.rounds(clock);
        }

        @Override
        public String version() {
            return real.version();
        }

        @Override
        public Optional<String> variable(String name) {
            return name.equals("SITE") ? Optional.of(site) : Optional.empty();
        }

        @Override
        public Instant now() {
            return real.now();
        }

        @Override
        public List<Diagnosis> diagnoses(RunNeeds needs) {
            return real.diagnoses(needs);
        }

        @Override
        public Function<SmokePlan, SmokeResult> runner(ReportSettings settings, ObservationRecorder recorder) {
            return real.runner(settings, recorder);
        }

        @Override
        public List<URI> sitemap(SmokePlan plan) {
            return real.sitemap(plan);
        }

        @Override
        public List<String> report(List<SmokeResult> results, ReportSettings settings) {
            return real.report(results, settings);
        }
    }
}
