package dev.smokerunner.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The page that says where Firefox leads to another verdict or first finding than Chromium; written by a run, never by hand.
 *
 * @param trials all cases with Firefox, in their order
 * @param known why some are different
 */
record BrowsersTable(List<Trial> trials, KnownDifferences known) {
    private static final Path FILE = Path.of("docs/browsers.md");

    private static final String HEAD = """
            # The deploy zoo with Firefox

            The zoo (`docs/zoo.md`) was made with Chromium. This page is written by a run of all its cases with Firefox and not
            by hand. A case is the *same* when the verdict is, and when the first finding comes from the same check; the others
            stand below with the reason.

                ./mvnw -B verify -Dit.test=ZooBrowserIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \\
                    -Dzoo.browser=firefox -Dzoo.report
            """;

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text());
    }

    private String text() {
        List<Trial> different =
                trials.stream().filter(trial -> !trial.differences().isEmpty()).toList();
        long ofVerdict =
                different.stream().filter(trial -> !trial.hasWantedVerdict()).count();
        List<String> lines = new ArrayList<>(List.of(HEAD, "| | |", "|---|---|"));
        lines.add("| cases | " + trials.size() + " |");
        lines.add("| same verdict | " + (trials.size() - ofVerdict) + " |");
        lines.add("| same verdict and first finding | " + (trials.size() - different.size()) + " |");
        lines.addAll(List.of("", "| class | case | with Firefox | why |", "|---|---|---|---|"));
        for (Trial trial : different) {
            lines.add("| " + trial.zooCase().kind() + " | " + trial.zooCase().name() + " | "
                    + String.join("; ", trial.differences()).replace("|", "\\|").replace("\n", " ") + " | "
                    + known.reason(trial.zooCase()) + " |");
        }
        return String.join("\n", lines) + "\n";
    }
}
