package dev.smokerunner.anomaly.picture;

import dev.smokerunner.anomaly.Judgement;
import dev.smokerunner.anomaly.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Draws judgements by block characters, one column for one or more of them, from nothing to the greatest: what was expected, what
 * came, and a mark below what is unlike it. Plain text, so that it reads as well in a mail or in a pipe.
 */
public final class BlockPlot {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

    private BlockPlot() {}

    /**
     * Three lines, or two where nothing is unusual.
     *
     * @param judgements in the order of time
     * @param width how many columns at most; 1 or more
     */
    public static List<String> of(List<Judgement> judgements, int width) {
        int columns = Math.min(width, judgements.size());
        double[] came =
                means(judgements, columns, judgement -> judgement.point().value());
        double[] expected = means(judgements, columns, BlockPlot::expected);
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < columns; i++) {
            top = Math.max(top, Math.max(came[i], expected[i]));
            bottom = Math.min(bottom, Math.min(came[i], expected[i]));
        }
        String marks = marks(judgements, columns);
        List<String> lines = List.of(
                "expected " + blocks(expected, bottom, top),
                "came     " + blocks(came, bottom, top),
                "         " + marks);
        return marks.isBlank()
                ? lines.subList(0, 2)
                : lines.stream().map(String::stripTrailing).toList();
    }

    private static double expected(Judgement judgement) {
        return judgement.expected().isPresent()
                ? judgement.expected().get().typical()
                : judgement.point().value();
    }

    private static double[] means(List<Judgement> judgements, int columns, ToDoubleFunction<Judgement> value) {
        double[] means = new double[columns];
        for (int i = 0; i < columns; i++) {
            means[i] = column(judgements, columns, i).stream()
                    .mapToDouble(value)
                    .average()
                    .orElse(0);
        }
        return means;
    }

    private static List<Judgement> column(List<Judgement> judgements, int columns, int column) {
        int from = (int) ((long) column * judgements.size() / columns);
        int until = (int) ((long) (column + 1) * judgements.size() / columns);
        return judgements.subList(from, until);
    }

    private static String blocks(double[] values, double bottom, double top) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            int block = top == bottom ? 1 : (int) Math.round((value - bottom) / (top - bottom) * (BLOCKS.length() - 1));
            // The least is still seen to be there.
            text.append(BLOCKS.charAt(Math.max(1, block)));
        }
        return text.toString();
    }

    private static String marks(List<Judgement> judgements, int columns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns; i++) {
            List<Judgement> column = column(judgements, columns, i);
            boolean isAnomaly = column.stream().anyMatch(one -> one.outcome() == Outcome.ANOMALY);
            boolean isUnusual = column.stream().anyMatch(one -> one.outcome() == Outcome.UNUSUAL);
            text.append(isAnomaly ? '^' : isUnusual ? '.' : ' ');
        }
        return text.toString();
    }
}
