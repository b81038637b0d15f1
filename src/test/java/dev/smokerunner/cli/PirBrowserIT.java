package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.RoundReader;
import dev.smokerunner.history.reading.RoundSummary;
import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.release.Release;
import dev.smokerunner.run.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded incident, from the broken release to the roll-back, and the review that is drafted from it. */
class PirBrowserIT {
    private static final Path DEMO = Path.of("smoke-configs/demo");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    private static final String SITE = "signup/production";

    @TempDir
    private Path folder;

    private Call smoke(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data()));
        return Call.smoke(
                new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()), all.toArray(String[]::new));
    }

    private String data() {
        return folder.resolve("history.db").toString();
    }

    private Instant release(String version, String build) throws Exception {
        Path live = folder.resolve("live");
        try (Stream<Path> files = Files.walk(DEMO.resolve(build))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = live.resolve(DEMO.resolve(build).relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
        Instant at = Instant.now();
        try (HistoryDatabase database = HistoryDatabase.open(data())) {
            new Releases(database.jdbi()).add(new Release("signup", "production", version, at));
        }
        return at;
    }

    private void rounds(int count) {
        for (int i = 0; i < count; i++) {
            smoke("monitor", folder.resolve("signup.yaml").toString(), "--once");
        }
    }

    @Test
    void eachDateVersionAndExcerptIsThatOfTheRecording() throws Exception {
        Files.writeString(folder.resolve("signup.yaml"), """
                name: signup
                environments:
                  production: {package: live, audience: customers}
                pages: [{path: ./, require: ["form#signup"]}]
                """);
        Files.createDirectories(folder.resolve("live"));
        try (HistoryDatabase made = HistoryDatabase.forMonitor(data())) {
            assertThat(made.isShared()).isFalse();
        }
        Instant good = release("2.4.0", "healthy");
        rounds(2);
        Instant bad = release("2.4.1", "broken");
        rounds(3);
        Instant back = release("2.4.2", "healthy");
        rounds(2);

        Path draft = folder.resolve("review.md");
        Call call = smoke(
                "pir",
                "--good",
                DEMO.resolve("healthy").toString(),
                "--bad",
                DEMO.resolve("broken").toString(),
                "--good-source",
                source("0.0.10").toString(),
                "--bad-source",
                source("0.0.11").toString(),
                "-o",
                draft.toString());

        assertThat(call.code()).as(call.out() + call.err()).isZero();
        String review = Files.readString(draft);
        assertThat(review).contains("The last release before that was 2.4.1, at " + time(bad));
        assertThat(review).contains("| " + time(good) + " |").contains("Release 2.4.0 went live");
        assertThat(review).contains("| " + time(back) + " |").contains("Release 2.4.2 went live");
        assertThat(recorded(good, bad, back)).containsAll(timesIn(review));
        String brokenTag = Files.readAllLines(DEMO.resolve("broken/index.html")).get(15);
        assertThat(review).contains("\n" + brokenTag.strip() + "\n").contains("\n+" + brokenTag + "\n");
        assertThat(review).contains("- Dependency: `cache-busting 0.0.10 → 0.0.11` [^");
        assertThat(Files.size(folder.resolve("review-files/screenshot-1.png"))).isPositive();
        assertThat(review).contains("![The page in that round](review-files/screenshot-1.png)");
        assertThat(review).contains("- Visitors who were affected: `____`");
        assertThat(sentencesWithoutSource(review)).isEmpty();

        Files.writeString(draft, "what people wrote");
        Call again = smoke("pir", "-o", draft.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("--force");
        assertThat(draft).hasContent("what people wrote");
    }

    /** A project whose lock has one module, in this version. */
    private Path source(String version) throws IOException {
        Path project = Files.createDirectories(folder.resolve("source-" + version));
        Files.writeString(project.resolve("package.json"), """
                {"name": "signup", "devDependencies": {"cache-busting": "^0.0.10"}}
                """);
        Files.writeString(project.resolve("package-lock.json"), """
                {"name": "signup", "lockfileVersion": 3, "packages": {
                  "": {"devDependencies": {"cache-busting": "^0.0.10"}},
                  "node_modules/cache-busting": {"version": "%s"}}}
                """.formatted(version));
        return project;
    }

    /** All moments that the history has, as reviews write them. */
    private TreeSet<String> recorded(Instant... releases) throws Exception {
        TreeSet<String> times = new TreeSet<>();
        Stream.of(releases).map(PirBrowserIT::time).forEach(times::add);
        try (HistoryDatabase database = HistoryDatabase.open(data())) {
            new RoundReader(database.jdbi())
                    .last(SITE, 100).stream()
                            .map(RoundSummary::startedAt)
                            .map(PirBrowserIT::time)
                            .forEach(times::add);
            IncidentReader incidents = new IncidentReader(database.jdbi());
            IncidentSummary incident = incidents.last(1).get(0);
            times.add(time(incident.since()));
            times.add(time(incident.openedAt()));
            incidents.steps(incident.id()).forEach(step -> times.add(time(step.at())));
        }
        return times;
    }

    private static List<String> timesIn(String review) {
        Matcher time = TIME.matcher(review);
        List<String> times = new ArrayList<>();
        while (time.find()) {
            times.add(time.group());
        }
        assertThat(times).hasSizeGreaterThan(15);
        return times;
    }

    /** Items of lists that are neither sourced nor blanks. */
    private static List<String> sentencesWithoutSource(String review) {
        return review.replaceAll("(?s)\n```.*?\n```\n", "\n")
                .lines()
                .filter(line -> line.startsWith("- "))
                .filter(line -> !line.contains(" [^") && !line.contains("`____`"))
                .toList();
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
