package dev.smokerunner.traffic.log;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** Reads times to the minute, and remembers the last one: a log has many lines of the same minute, one after the other. */
final class MinuteText {
    private final Function<String, Instant> reading;
    private String lastText = "";
    private Optional<Instant> lastMinute = Optional.empty();

    /**
     * Times that are written in one way.
     *
     * @param reading what a text means; it may throw what {@code java.time} throws
     */
    MinuteText(Function<String, Instant> reading) {
        this.reading = reading;
    }

    /** The minute; absent where the text is no time. */
    Optional<Instant> read(String text) {
        if (!text.equals(lastText)) {
            lastMinute = parse(text);
            lastText = text;
        }
        return lastMinute;
    }

    private Optional<Instant> parse(String text) {
        try {
            return Optional.of(reading.apply(text).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeParseException | ArithmeticException noTime) {
            return Optional.empty();
        }
    }
}
