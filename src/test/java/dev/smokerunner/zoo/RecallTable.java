package dev.smokerunner.zoo;

import dev.smokerunner.result.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The page that says how much of the zoo is found; written by a run, never by hand.
 *
 * @param trials all cases, in their order
 */
record RecallTable(List<Trial> trials) {
    private static final Path FILE = Path.of("docs/zoo.md");

    private static final String HEAD = """
            # What of the deploy zoo is found

            The zoo is a list of broken and benign deployments: small sites, what happened to each, and what must be found
            (`src/test/resources/zoo`). Each one is loaded in the real browser, which has to show the symptom that the case
            claims, and judged as `smoke run` judges. A fault is *found* when the finding that names its culprit is there with
            the right impact; *first* when that is the first that a reader meets. A *false alarm* is a finding about a
            benign deployment that fails the run, or a note that the case does not allow.

            This page is written by a run and not by hand; what is not found stays in it as a miss:

                ./mvnw -B verify -Dit.test=ZooBrowserIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dzoo.report
            """;

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text());
    }

    private String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        lines.addAll(summary());
        lines.addAll(faultsByKind());
        lines.addAll(faults());
        lines.addAll(benign());
        return String.join("\n", lines) + "\n";
    }

    private List<String> summary() {
        return List.of(
                "| | |",
                "|---|---|",
                "| faults | " + faulty().size() + " |",
                "| found | " + share(faulty(), Trial::isFound) + " |",
                "| named by the first finding | " + share(faulty(), Trial::isFoundFirst) + " |",
                "| most findings for one cause | " + mostFindings(faulty()) + " |",
                "| benign deployments | " + healthy().size() + " |",
                "| false alarms | "
                        + healthy().stream()
                                .mapToInt(trial -> trial.falseAlarms().size())
                                .sum() + " |",
                "");
    }

    private List<String> faultsByKind() {
        Map<String, List<Trial>> byKind = faulty().stream()
                .collect(Collectors.groupingBy(t -> t.zooCase().kind(), LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>(List.of("| class | found | first | most findings |", "|---|---|---|---|"));
        byKind.forEach((kind, of) -> lines.add(row(
                kind, share(of, Trial::isFound), share(of, Trial::isFoundFirst), String.valueOf(mostFindings(of)))));
        lines.add("");
        return lines;
    }

    private List<String> faults() {
        List<String> lines = new ArrayList<>(List.of(
                "## Faults", "", "| class | case | what happened | found | findings |", "|---|---|---|---|---|"));
        for (Trial trial : faulty()) {
            lines.add(row(
                    trial.zooCase().kind(),
                    trial.zooCase().name(),
                    trial.zooCase().what(),
                    found(trial),
                    String.valueOf(trial.result().findings().size())));
        }
        lines.add("");
        return lines;
    }

    private static String found(Trial trial) {
        ZooCase.Culprit culprit = trial.zooCase().culprit();
        String wanted = "`" + culprit.check() + "` [" + culprit.impact() + "]";
        if (trial.isFoundFirst()) {
            return wanted;
        }
        return trial.isFound() ? wanted + ", but not first" : "**missed**: " + wanted;
    }

    private List<String> benign() {
        List<String> lines = new ArrayList<>(List.of(
                "## Benign deployments",
                "",
                "| class | case | what is there | notes, false alarms |",
                "|---|---|---|---|"));
        for (Trial trial : healthy()) {
            String notes = trial.result().findings().stream()
                    .filter(finding -> !trial.falseAlarms().contains(finding))
                    .map(Finding::check)
                    .distinct()
                    .collect(Collectors.joining(", "));
            String alarms = trial.falseAlarms().stream()
                    .map(Finding::check)
                    .map(check -> " **false alarm**: `" + check + "`")
                    .collect(Collectors.joining());
            lines.add(row(
                    trial.zooCase().kind(),
                    trial.zooCase().name(),
                    trial.zooCase().what(),
                    notes + alarms));
        }
        return lines;
    }

    private List<Trial> faulty() {
        return trials.stream().filter(trial -> !trial.zooCase().isBenign()).toList();
    }

    private List<Trial> healthy() {
        return trials.stream().filter(trial -> trial.zooCase().isBenign()).toList();
    }

    private static int mostFindings(List<Trial> of) {
        return of.stream()
                .mapToInt(trial -> trial.result().findings().size())
                .max()
                .orElse(0);
    }

    private static String share(List<Trial> of, Predicate<Trial> is) {
        long count = of.stream().filter(is).count();
        return String.format(
                Locale.ROOT, "%d of %d, %.1f %%", count, of.size(), of.isEmpty() ? 0 : 100.0 * count / of.size());
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells).replace("\n", " ") + " |";
    }
}
