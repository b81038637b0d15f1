package dev.smokerunner.history.reading;

import dev.smokerunner.result.Severity;
import dev.smokerunner.result.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of an answer, with what may be missing as such.
 *
 * @param columns the row
 */
record Row(ResultSet columns) {
    String text(String column) throws SQLException {
        return optional(column).orElse("");
    }

    Optional<String> optional(String column) throws SQLException {
        return Optional.ofNullable(columns.getString(column));
    }

    int number(String column) throws SQLException {
        return columns.getInt(column);
    }

    long large(String column) throws SQLException {
        return columns.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return columns.getInt(column) != 0;
    }

    Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(columns.getLong(column));
    }

    /** A time; absent where nothing, or the beginning of all times, stands for it. */
    Optional<Instant> optionalTime(String column) throws SQLException {
        long at = columns.getLong(column);
        return at == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    Optional<Duration> optionalDuration(String column) throws SQLException {
        long millis = columns.getLong(column);
        return columns.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    Optional<Severity> severity(String column) throws SQLException {
        int level = columns.getInt(column);
        return level == 0 ? Optional.empty() : Optional.of(Severity.of(level));
    }

    Verdict verdict(String column) throws SQLException {
        return Verdict.valueOf(text(column).toUpperCase(Locale.ROOT));
    }

    Phases phases() throws SQLException {
        return new Phases(
                optionalDuration("document_ms"),
                optionalDuration("dom_content_loaded_ms"),
                optionalDuration("load_ms"),
                optionalDuration("ready_ms"));
    }

    RoundSummary round(String id) throws SQLException {
        return new RoundSummary(
                id,
                time("started_at"),
                Duration.ofMillis(large("duration_ms")),
                verdict("verdict"),
                severity("round_severity"),
                text("reason"),
                text("place"),
                flag("maintenance"),
                phases());
    }
}
