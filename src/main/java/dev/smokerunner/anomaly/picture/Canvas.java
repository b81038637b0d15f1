package dev.smokerunner.anomaly.picture;

import dev.smokerunner.anomaly.Expected;
import dev.smokerunner.anomaly.Judgement;
import dev.smokerunner.anomaly.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Where things stand in a picture of judgements: at most one for each pixel across, of many numbers the furthest ones. */
final class Canvas {
    static final int WIDTH = 1000;
    static final int HEIGHT = 320;
    static final int MARGIN = 40;

    private final List<Judgement> judgements;
    private final double bottom;
    private final double top;

    Canvas(List<Judgement> judgements) {
        this.judgements = thinned(judgements);
        double least = 0;
        double most = 1e-9;
        for (Judgement judgement : this.judgements) {
            double value = judgement.point().value();
            double high = judgement.expected().map(Expected::high).orElse(value);
            least = Math.min(least, value);
            most = Math.max(most, Math.max(value, high));
        }
        this.bottom = least;
        this.top = most;
    }

    /** Of those that fall on one pixel the least and the greatest stay, and one that is unusual. */
    private static List<Judgement> thinned(List<Judgement> all) {
        int pixels = WIDTH - 2 * MARGIN;
        if (all.size() <= 2 * pixels) {
            return all;
        }
        List<Judgement> kept = new ArrayList<>();
        for (int i = 0; i < pixels; i++) {
            List<Judgement> here =
                    all.subList((int) ((long) i * all.size() / pixels), (int) ((long) (i + 1) * all.size() / pixels));
            Judgement least = here.get(0);
            Judgement most = here.get(0);
            for (Judgement one : here) {
                least = one.point().value() < least.point().value() ? one : least;
                most = one.point().value() > most.point().value() ? one : most;
            }
            boolean isLeastFirst = least.point().at().isBefore(most.point().at());
            kept.add(isLeastFirst ? least : most);
            kept.add(isLeastFirst ? most : least);
        }
        return kept;
    }

    double top() {
        return top;
    }

    Instant from() {
        return judgements.get(0).point().at();
    }

    Instant until() {
        return judgements.get(judgements.size() - 1).point().at();
    }

    /** What came. */
    List<Spot> line() {
        return spots(judgement -> Optional.of(judgement.point().value()));
    }

    /** The area of what was expected: its upper edge, and its lower one backwards. */
    List<Spot> band() {
        List<Spot> band = new ArrayList<>(edge(Expected::high));
        List<Spot> lower = edge(Expected::low);
        for (int i = lower.size() - 1; i >= 0; i--) {
            band.add(lower.get(i));
        }
        return band;
    }

    private List<Spot> edge(ToDoubleFunction<Expected> edge) {
        return spots(judgement -> judgement.expected().map(edge::applyAsDouble));
    }

    /** Where something is wrong. */
    List<Spot> anomalies() {
        return spots(judgement -> judgement.outcome() == Outcome.ANOMALY
                ? Optional.of(judgement.point().value())
                : Optional.empty());
    }

    private List<Spot> spots(Function<Judgement, Optional<Double>> value) {
        return judgements.stream()
                .flatMap(judgement ->
                        value
                                .apply(judgement)
                                .map(one -> new Spot(x(judgement.point().at()), y(one)))
                                .stream())
                .toList();
    }

    private double x(Instant at) {
        double whole = Math.max(1, Duration.between(from(), until()).toMillis());
        return MARGIN + Duration.between(from(), at).toMillis() / whole * (WIDTH - 2 * MARGIN);
    }

    private double y(double value) {
        return HEIGHT - MARGIN - (value - bottom) / (top - bottom) * (HEIGHT - 2 * MARGIN);
    }

    /** A place in a picture. */
    record Spot(double x, double y) {}
}
