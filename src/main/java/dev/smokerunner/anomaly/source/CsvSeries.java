package dev.smokerunner.anomaly.source;

import dev.smokerunner.anomaly.Point;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A series of a CSV file: a time in the first column and a number in another one, separated by commas, semicolons or tabs, in all
 * lines by the same. A number may have a decimal comma where that separates nothing. Times as of ISO 8601, with or without a zone, or as seconds or milliseconds since 1970. A first line may name the columns; a number that is
 * missing is skipped.
 */
public final class CsvSeries {
    /** The more telling ones first: a comma may stand in a number, or in a name. */
    private static final List<String> SEPARATORS = List.of("\t", ";", ",");
    /** More seconds than that are milliseconds. */
    private static final double MOST_SECONDS = 1e11;

    private final ZoneId zone;

    /**
     * A reader.
     *
     * @param zone of times that name none
     */
    public CsvSeries(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads one.
     *
     * @param text the whole file
     * @param column the name of the column of the numbers; absent for the second one
     * @throws SeriesException if it is none; the message names the line
     */
    public NamedSeries read(String text, Optional<String> column) throws SeriesException {
        List<String> lines = text.lines().toList();
        Optional<String> first = lines.stream().filter(line -> !line.isBlank()).findFirst();
        if (first.isEmpty()) {
            throw SeriesException.wrong("expected lines such as 2026-11-28T10:00:00Z,412, found none");
        }
        String separator =
                SEPARATORS.stream().filter(first.get()::contains).findFirst().orElse(",");
        List<String> names = cells(first.get(), separator);
        boolean isNamed = time(names.get(0)).isEmpty();
        int at = column.isPresent() ? index(names, column.get(), isNamed) : 1;
        List<Point> points = new ArrayList<>();
        for (int i = isNamed ? lines.indexOf(first.get()) + 1 : 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                point(cells(lines.get(i), separator), at, i + 1).ifPresent(points::add);
            }
        }
        return new NamedSeries(isNamed && at < names.size() ? names.get(at) : "value", points);
    }

    private static int index(List<String> names, String column, boolean isNamed) throws SeriesException {
        return IntStream.range(0, names.size())
                .filter(i -> isNamed && names.get(i).equals(column))
                .findFirst()
                .orElseThrow(() -> SeriesException.wrong("expected a column " + column + ", found "
                        + (isNamed ? String.join(", ", names) : "a first line without names")));
    }

    private Optional<Point> point(List<String> cells, int at, int number) throws SeriesException {
        Optional<Instant> time = time(cells.get(0));
        if (time.isEmpty()) {
            throw SeriesException.wrong(
                    "line " + number + ": expected a time such as 2026-11-28T10:00:00Z, got " + shown(cells.get(0)));
        }
        if (at >= cells.size()) {
            throw SeriesException.wrong("line " + number + ": expected a number in column " + (at + 1) + ", found "
                    + cells.size() + (cells.size() == 1 ? " column" : " columns"));
        }
        String cell = cells.get(at);
        if (cell.isEmpty() || cell.equalsIgnoreCase("null") || cell.equalsIgnoreCase("nan")) {
            return Optional.empty();
        }
        return Optional.of(new Point(
                time.get(),
                number(cell)
                        .orElseThrow(() ->
                                SeriesException.wrong("line " + number + ": expected a number, got " + shown(cell)))));
    }

    private static List<String> cells(String line, String separator) {
        return Arrays.stream(line.split(separator, -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text.replace(',', '.'))).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> time(String text) {
        Optional<Double> number = number(text);
        if (number.isPresent()) {
            double seconds = number.get() > MOST_SECONDS ? number.get() / 1000 : number.get();
            return Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000)));
        }
        String iso = text.replace(' ', 'T');
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException withoutZone) {
            try {
                return Optional.of(LocalDateTime.parse(iso).atZone(zone).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** What stands in a file is not ours: a part of it, without control characters. */
    private static String shown(String text) {
        String visible = text.replaceAll("\\p{Cntrl}", "?");
        return visible.length() <= 40 ? visible : visible.substring(0, 40) + "...";
    }
}
