package dev.smokerunner.zoo;

import dev.smokerunner.zoo.KnownDifference.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page that says where another road leads to another result than the direct one; written by runs, never by hand.
 *
 * @param cases all cases, in their order
 * @param roads the comparisons of each road, in the order of the cases
 */
record RoadsTable(List<ZooCase> cases, Map<Road, List<RoadComparison>> roads) {
    private static final Path FILE = Path.of("docs/browsers.md");

    private static final List<Road> OTHERS = List.of(Road.WEBDRIVER, Road.FIREFOX);

    private static final String HEAD = """
            # The deploy zoo on three roads

            The zoo (`docs/zoo.md`) was made with Chromium, spoken to over its own socket. Here each of its cases was run on
            another road and on the direct one. The *first finding* is the same when its check, its kind and its subject are.
            Each case in which a road differs names the reason beside itself (`roads` in its YAML): a difference without a
            reason fails the run, and so does a reason for a case that is the same.

            This page is written by runs and not by hand. A road may be walked in parts (`-Dzoo.rest`); what was said is kept
            in `target/zoo-roads`, and the table counts the cases that are there:

                ./mvnw -B verify -Dit.test=ZooBrowserIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dzoo.report
                ./mvnw -B verify -Dit.test=ZooBrowserIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dzoo.report -Dzoo.engine=webdriver
                ./mvnw -B verify -Dit.test=ZooBrowserIT -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dzoo.report -Dzoo.browser=firefox

            | road | cases | same verdict | same first finding |
            |---|---|---|---|""";

    static void write(List<ZooCase> cases, RoadRows rows) throws IOException {
        Map<Road, List<RoadComparison>> roads = new EnumMap<>(Road.class);
        for (Road road : OTHERS) {
            roads.put(road, rows.compared(road, cases));
        }
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, new RoadsTable(cases, roads).text());
    }

    private String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        OTHERS.forEach(road -> lines.add(summary(road)));
        OTHERS.forEach(road -> lines.addAll(exceptions(road)));
        return String.join("\n", lines) + "\n";
    }

    private String summary(Road road) {
        return row(road.title(), String.valueOf(cases.size()), share(road, Extent.verdict), share(road, Extent.first));
    }

    /** Of how many a road is less far away than that. */
    private String share(Road road, Extent extent) {
        long same = comparisons(road).stream()
                .filter(comparison -> comparison.extent().compareTo(extent) < 0)
                .count();
        return String.format(
                Locale.ROOT,
                "%d (%.1f %%)",
                same,
                100.0 * same / Math.max(1, comparisons(road).size()));
    }

    private List<String> exceptions(Road road) {
        List<String> rows = comparisons(road).stream()
                .filter(comparison -> comparison.extent() != Extent.none)
                .map(RoadsTable::exception)
                .toList();
        if (rows.isEmpty()) {
            return List.of("", road.title() + " differs nowhere.");
        }
        List<String> lines = new ArrayList<>(List.of(
                "",
                "## " + road.title(),
                "",
                "| class | case | differs | direct | here | why |",
                "|---|---|---|---|---|---|"));
        lines.addAll(rows);
        return lines;
    }

    private static String exception(RoadComparison comparison) {
        ZooCase zooCase = comparison.zooCase();
        return row(
                zooCase.kind(),
                zooCase.name(),
                comparison.extent() == Extent.verdict ? "verdict" : "first finding",
                comparison.direct().toString(),
                comparison.other().toString(),
                zooCase.known(comparison.road()).map(KnownDifference::why).orElse(""));
    }

    private List<RoadComparison> comparisons(Road road) {
        return roads.getOrDefault(road, List.of());
    }

    private static String row(String... cells) {
        return "| "
                + String.join(
                        " | ", List.of(cells).stream().map(RoadsTable::cell).toList()) + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
