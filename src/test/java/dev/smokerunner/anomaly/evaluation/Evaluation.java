package dev.smokerunner.anomaly.evaluation;

import dev.smokerunner.anomaly.Measure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Judges a synthetic year of three kinds of site by Smoke Runner, by Skyline's own rules and by fixed limits, and compares. */
final class Evaluation {
    private static final String BEGIN = "<!-- evaluation -->";
    private static final String END = "<!-- end of evaluation -->";
    /** Others than those by which the rules were tuned, which are lower; whoever changes the rules takes higher ones. */
    private static final long HEALTHY_SEED = 222;

    private static final long BROKEN_SEED = 223;

    private final StringBuilder table = new StringBuilder();
    private final StringBuilder kinds = new StringBuilder();
    private double nanos;
    private long judged;

    private Evaluation() {}

    /**
     * One series.
     *
     * @param site of which site
     * @param measure what of it
     */
    private record Task(Site site, Measure measure) implements Callable<Evaluation> {
        @Override
        public Evaluation call() {
            Evaluation own = new Evaluation();
            own.series(site, measure);
            return own;
        }
    }

    /**
     * Prints the tables, or writes them into a page.
     *
     * @param args the page; none to print them
     */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        String text = text() + sizes();
        if (args.length == 0) {
            System.out.print(text);
            return;
        }
        Path page = Path.of(args[0]);
        String before = Files.readString(page);
        Files.writeString(
                page,
                before.substring(0, before.indexOf(BEGIN) + BEGIN.length()) + "\n" + text
                        + before.substring(before.indexOf(END)));
    }

    /** All series at once, as each takes minutes. */
    private static String text() throws InterruptedException, ExecutionException {
        List<Task> tasks = new ArrayList<>();
        for (Site site : Site.values()) {
            tasks.add(new Task(site, Measure.COUNTS));
        }
        tasks.add(new Task(Site.LARGE, Measure.TIMES));
        Evaluation all = new Evaluation();
        all.table.append(
                "| series | judged by | false alarms a week, healthy year | precision | recall | delay, median |\n");
        all.table.append("|---|---|---:|---:|---:|---:|\n");
        all.kinds.append("| series | trouble | found | delay, median | longest |\n|---|---|---:|---:|---:|\n");
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Evaluation> one : threads.invokeAll(tasks)) {
                all.table.append(one.get().table);
                all.kinds.append(one.get().kinds);
                all.nanos += one.get().nanos;
                all.judged += one.get().judged;
            }
        } finally {
            threads.shutdownNow();
        }
        return all.table + "\n" + all.kinds
                + String.format(
                        Locale.ROOT,
                        "%nA number took %.0f µs of a processor on average, a year of minutes %.0f seconds.%n",
                        all.nanos / all.judged / 1e3,
                        all.nanos / all.judged * 524160 / 1e9);
    }

    private static String sizes() throws InterruptedException, ExecutionException {
        StringBuilder table = new StringBuilder(
                "\nThe small site, the same with more visitors, and the large one, four years each:\n\n" + Sizes.HEAD);
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Future<String> line : threads.invokeAll(Sizes.all(HEALTHY_SEED))) {
                table.append(line.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return table.toString();
    }

    private void series(Site site, Measure measure) {
        Labelled healthy = Labelled.healthy(site, measure, HEALTHY_SEED);
        Labelled broken = healthy.withTroubles(BROKEN_SEED);
        String name = site.name().toLowerCase(Locale.ROOT) + " site, "
                + (measure == Measure.COUNTS ? "requests" : "response times");
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        Score quiet = Score.of(healthy, new SmokeDetector(healthy, Site.HOLIDAYS));
        nanos += clock.getCurrentThreadCpuTime() - start;
        judged += healthy.values().length;
        Score score = Score.of(broken, new SmokeDetector(broken, Site.HOLIDAYS));
        row(name, "Smoke Runner", quiet, score);
        // For whoever tunes the rules.
        score.missed()
                .forEach(label -> System.err.println(name + ": missed " + label.kind() + " at "
                        + Labelled.at(label.from()).atZone(Site.ZONE)));
        quiet.falseAlarms()
                .forEach(minute -> System.err.println(
                        name + ": false alarm at " + Labelled.at(minute).atZone(Site.ZONE)));
        if (measure == Measure.COUNTS) {
            row(
                    name,
                    "… not told of holidays",
                    Score.of(healthy, new SmokeDetector(healthy, Set.of())),
                    Score.of(broken, new SmokeDetector(broken, Set.of())));
        }
        row(
                name,
                "Skyline, original",
                Score.of(healthy, new OriginalSkyline(healthy.values())),
                Score.of(broken, new OriginalSkyline(broken.values())));
        row(
                name,
                "fixed limits",
                Score.of(healthy, new FixedLimits(healthy.values())),
                Score.of(broken, new FixedLimits(broken.values())));
        score.byKind().forEach((kind, counts) -> kinds.append("| ")
                .append(name)
                .append(" | ")
                .append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .append(" | ")
                .append(counts[0] + " of " + counts[1])
                .append(" | ")
                .append(minutes(counts[2]))
                .append(" | ")
                .append(minutes(counts[3]))
                .append(" |\n"));
    }

    private void row(String series, String name, Score healthy, Score broken) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %.2f | %s |%n",
                series,
                name,
                healthy.falseAlarmsAWeek(),
                broken.precision(),
                broken.recall(),
                minutes((int) broken.delay())));
    }

    private static String minutes(int minutes) {
        return minutes <= 0 ? "-" : minutes + " min";
    }
}
