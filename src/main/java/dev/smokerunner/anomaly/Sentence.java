package dev.smokerunner.anomaly;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A departure in words.
 *
 * @param noun what is counted or measured, such as "requests" or "load"
 * @param measure what its numbers are
 * @param spacing how far numbers are apart
 */
public record Sentence(String noun, Measure measure, Duration spacing) {

    /** What came, and what was expected. */
    public String of(Departure departure, Optional<Release> release) {
        return clause(departure)
                + release.map(one -> ", since release " + one.version())
                        .filter(words -> departure.step().isEmpty())
                        .orElse("");
    }

    private String clause(Departure departure) {
        String span = span(departure.points());
        return switch (departure.kind()) {
            case ZERO ->
                "no " + noun + " for " + span + ", where "
                        + amount(departure.expected().low()) + " or more were to be expected";
            case DROP, RISE ->
                came(departure) + " in " + span + ", where " + range(departure.expected()) + " " + wereOrWas()
                        + " to be expected (" + percent(departure.change()) + ")";
            case STEP -> stepped(departure);
            case DRIFT ->
                "little by little, " + came(departure) + " in " + span + ", where "
                        + amount(departure.expected().typical()) + " " + wereOrWas() + " usual ("
                        + percent(departure.change()) + ")";
            case STUCK -> "always the same, " + amount(departure.actual()) + ", for " + span;
        };
    }

    private String stepped(Departure departure) {
        Step step = departure.step().orElseThrow();
        return "changed with release " + step.release().version() + ": " + came(departure) + " in "
                + span(departure.points()) + ", where "
                + amount(departure.expected().typical()) + " " + wereOrWas() + " usual before ("
                + percent(departure.change())
                + String.format(
                        Locale.ROOT,
                        "; Cliff's delta %.2f, %.2f to %.2f with 95 %% confidence; p %s)",
                        step.delta(),
                        step.low(),
                        step.high(),
                        step.probability() < 1e-6 ? "< 0.000001" : "= " + amount(step.probability()));
    }

    private String came(Departure departure) {
        return measure == Measure.COUNTS
                ? amount(departure.actual()) + " " + noun
                : noun + " " + amount(departure.actual());
    }

    private String wereOrWas() {
        return measure == Measure.COUNTS ? "were" : "was";
    }

    private String range(Expected expected) {
        String low = amount(expected.low());
        String high = amount(expected.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    private String amount(double value) {
        boolean isWhole = Math.abs(value) >= (measure == Measure.COUNTS ? 10 : 100) || value == Math.rint(value);
        String text = isWhole
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, Math.abs(value) >= 1 ? "%.1f" : "%.2g", value);
        return measure == Measure.TIMES ? text + " ms" : text;
    }

    private static String percent(double change) {
        return String.format(Locale.ROOT, "%+.0f %%", change * 100);
    }

    private String span(int points) {
        Duration span = spacing.multipliedBy(points);
        if (span.toHours() >= 3) {
            return span.toHours() + " hours";
        }
        if (span.toMinutes() >= 1) {
            return span.toMinutes() == 1 ? "1 minute" : span.toMinutes() + " minutes";
        }
        return span.toSeconds() + " seconds";
    }
}
