package dev.smokerunner.report;

import dev.smokerunner.report.html.OverviewView;
import dev.smokerunner.report.html.OverviewView.OverviewRow;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What several results are as one HTML page: which of them is bad, and where it is told. */
final class HtmlOverview {
    /** As the exit code of all has it: what was found counts more than what could not be found out. */
    private static final List<Verdict> WORST_FIRST = List.of(Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.PASS);

    private static final Comparator<SmokeResult> BY_BADNESS = Comparator.<SmokeResult>comparingInt(
                    result -> WORST_FIRST.indexOf(result.verdict()))
            .thenComparingInt(result -> result.severity().map(Severity::level).orElse(Integer.MAX_VALUE));

    private HtmlOverview() {}

    /**
     * The page.
     *
     * @param told each result by the directory in which it was told
     * @param file the name of a report in its directory
     */
    static OverviewView of(Map<String, SmokeResult> told, String file, String styles) {
        List<Map.Entry<String, SmokeResult>> sorted = new ArrayList<>(told.entrySet());
        sorted.sort(Map.Entry.comparingByValue(BY_BADNESS));
        List<OverviewRow> rows = sorted.stream()
                .map(one -> row(one.getValue(), one.getKey() + "/" + file))
                .toList();
        HtmlView worst = view(sorted.get(0).getValue());
        return new OverviewView(
                worst.verdict() + ": " + Wording.count(rows.size(), "run"),
                styles,
                worst.rating(),
                worst.verdict(),
                worst.severity(),
                counts(told),
                rows,
                HtmlText.text(sorted.get(0).getValue().version()));
    }

    private static OverviewRow row(SmokeResult result, String link) {
        HtmlView view = view(result);
        return new OverviewRow(
                view.rating(),
                view.verdict(),
                view.severity(),
                view.subject(),
                HtmlText.text(result.subject().target()),
                view.why(),
                link);
    }

    private static HtmlView view(SmokeResult result) {
        return new HtmlView(result, HtmlPictures.beside(result));
    }

    /** How many ended how: {@code 2 runs: 1 failed, 1 passed}. */
    private static String counts(Map<String, SmokeResult> told) {
        return Wording.count(told.size(), "run") + ": "
                + WORST_FIRST.stream()
                        .flatMap(verdict -> count(told, verdict).stream())
                        .collect(Collectors.joining(", "));
    }

    private static Optional<String> count(Map<String, SmokeResult> told, Verdict verdict) {
        long count =
                told.values().stream().filter(one -> one.verdict() == verdict).count();
        String word =
                switch (verdict) {
                    case FAIL -> "failed";
                    case INCONCLUSIVE -> "inconclusive";
                    case PASS -> "passed";
                };
        return count == 0 ? Optional.empty() : Optional.of(count + " " + word);
    }
}
