package dev.smokerunner.report;

import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.TimeLimits;
import dev.smokerunner.result.Timings;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells results to Nagios and what took over its plugins (Icinga, Naemon, Checkmk), as the guidelines for plugins have it: one
 * line, text before the bar and numbers behind it. The exit code is {@link NagiosStatus}'s.
 */
final class NagiosReport implements Report {
    @Override
    public String name() {
        return "nagios";
    }

    /** Nagios reads standard output and nothing else. */
    @Override
    public Optional<String> fileName() {
        return Optional.empty();
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        writeAll(List.of(result), out);
    }

    /** Several results are one service, as bad as the worst of them. */
    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        NagiosStatus status = NagiosStatus.worst(results);
        SmokeResult worst = results.stream()
                .filter(result -> NagiosStatus.of(result) == status)
                .findFirst()
                .orElseThrow();
        String others =
                results.size() == 1 ? "" : " (the worst of " + Wording.count(results.size(), "environment") + ")";
        out.append(status.line(VerdictText.subject(worst) + others + ": " + VerdictText.why(worst)));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            numbers.addAll(numbers(results.get(i), results.size() == 1 ? "" : i + 1 + "_"));
        }
        out.append(" | ").append(String.join(" ", numbers)).append('\n');
    }

    /** The names of the numbers never change with the pages, so that a graph of them goes on. */
    private static List<String> numbers(SmokeResult result, String prefix) {
        List<String> numbers = new ArrayList<>();
        slowest(result, Timings::ready, TimeLimits::ready, prefix + "ready").ifPresent(numbers::add);
        slowest(result, Timings::load, TimeLimits::load, prefix + "load").ifPresent(numbers::add);
        slowest(result, Timings::document, TimeLimits::document, prefix + "document")
                .ifPresent(numbers::add);
        numbers.add(prefix + "run=" + seconds(result.duration()) + "s;;;0");
        int requests = result.pages().stream().mapToInt(PageResult::requests).sum();
        numbers.add(prefix + "requests=" + requests + ";;;0");
        numbers.add(prefix + "findings=" + result.findings().size() + ";;;0");
        return numbers;
    }

    /** The time of the slowest page with its limit, beyond which it is a warning: by default that has an impact of Sev 3. */
    private static Optional<String> slowest(
            SmokeResult result,
            Function<Timings, Optional<Duration>> time,
            Function<TimeLimits, Optional<Duration>> limit,
            String label) {
        return result.pages().stream()
                .filter(page -> time.apply(page.timings()).isPresent())
                .max(Comparator.comparing(page -> time.apply(page.timings()).orElseThrow()))
                .map(page -> label + "="
                        + seconds(time.apply(page.timings()).orElseThrow()) + "s;"
                        + limit.apply(page.limits()).map(NagiosReport::seconds).orElse("") + ";;0");
    }

    /** Without an exponent and with a dot, whatever the locale. */
    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
