package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a run: each report whole or not at all, and none left of an earlier run that tells another story. */
final class ReportDirectory {
    /** Who asks for a trace writes it beside the reports when these are there. */
    private static final String TRACE = "trace.har";

    private final Path root;
    private final List<Report> reports;
    private final boolean isNew;
    private final List<Path> written = new ArrayList<>();
    private final List<ReportProblem> problems = new ArrayList<>();

    ReportDirectory(Path root, List<Report> reports) {
        this(root, reports, true);
    }

    /**
     * The files of these reports.
     *
     * @param isNew whether they tell of a new run; else they come beside those that tell of the same one
     */
    ReportDirectory(Path root, List<Report> reports, boolean isNew) {
        this.root = root;
        this.reports = reports;
        this.isNew = isNew;
    }

    /** Writes the results; several get a directory each, and an overview above them. */
    void write(List<SmokeResult> results) {
        if (results.size() == 1) {
            write(results.get(0), root);
            return;
        }
        if (isNew) {
            removeSingleRun();
        }
        List<String> names = DirectoryNames.of(results);
        Map<String, SmokeResult> told = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            write(results.get(i), root.resolve(names.get(i)));
            told.put(names.get(i), results.get(i));
        }
        reports.forEach(report -> writeOverview(told, report));
    }

    /** Above the directories of several results, an earlier run's only result would be taken for that of them all. */
    private void removeSingleRun() {
        try {
            removeStale(root, Set.of());
            Screenshots.removeStale(root);
        } catch (IOException e) {
            problems.add(ReportProblem.of(root, e));
        }
    }

    private void writeOverview(Map<String, SmokeResult> told, Report report) {
        Path file = root.resolve(report.fileName().orElseThrow());
        try {
            Optional<String> text = report.overview(told);
            if (text.isPresent()) {
                writeFiles(text.get(), report, file);
            }
        } catch (IOException e) {
            problems.add(ReportProblem.of(file, e));
            removeOutdated(file);
        }
    }

    /** The reports that were written. */
    List<Path> written() {
        return List.copyOf(written);
    }

    /** What could not be written, and why. */
    List<ReportProblem> problems() {
        return List.copyOf(problems);
    }

    private void write(SmokeResult result, Path directory) {
        try {
            Files.createDirectories(directory);
            WholeFile.removeUnfinished(directory);
            if (isNew) {
                removeStale(directory, filesOf(reports));
            }
        } catch (IOException e) {
            problems.add(ReportProblem.of(directory, e));
            return;
        }
        // Before the reports, which refer to them.
        boolean pictured = writeScreenshots(result, directory);
        for (Report report : reports) {
            write(
                    pictured ? result : Screenshots.removedFrom(result),
                    report,
                    directory.resolve(report.fileName().orElseThrow()));
        }
    }

    private void write(SmokeResult result, Report report, Path file) {
        try {
            StringBuilder text = new StringBuilder();
            report.write(result, text);
            writeFiles(text.toString(), report, file);
        } catch (IOException e) {
            problems.add(ReportProblem.of(file, e));
            removeOutdated(file);
        }
    }

    private void writeFiles(String text, Report report, Path file) throws IOException {
        for (Map.Entry<String, byte[]> companion : report.companions().entrySet()) {
            WholeFile.write(file.resolveSibling(companion.getKey()), companion.getValue());
        }
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        written.add(file);
    }

    /** What an earlier run said is not what this one says. */
    private static void removeOutdated(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Nothing is lost: that this file could not be written is told already.
        }
    }

    private boolean writeScreenshots(SmokeResult result, Path directory) {
        try {
            if (isNew) {
                Screenshots.removeStale(directory);
            }
            Screenshots.write(result, directory);
            return true;
        } catch (IOException e) {
            problems.add(ReportProblem.of(directory.resolve(Screenshots.DIRECTORY), e));
            return false;
        }
    }

    /** A green report of an earlier run beside a red one of this run would be believed by somebody. */
    private static void removeStale(Path directory, Set<String> asked) throws IOException {
        List<Path> others = WholeFile.list(directory).stream()
                .filter(file -> !asked.contains(name(file)))
                .filter(Files::isRegularFile)
                .toList();
        // Mostly there is none, and no need to know what other formats there are.
        if (others.isEmpty()) {
            return;
        }
        Set<String> known = filesOf(Reports.all(ConsoleStyle.PLAIN));
        for (Path file : others) {
            if (known.contains(name(file)) || name(file).equals(TRACE)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Set<String> filesOf(List<Report> reports) throws IOException {
        Set<String> names = new HashSet<>();
        for (Report report : reports) {
            report.fileName().ifPresent(names::add);
            names.addAll(report.companions().keySet());
        }
        return names;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
