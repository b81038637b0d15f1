package dev.smokerunner.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How far access logs are counted. */
public final class LogPositions {
    private static final String ALL = "select id, path, size, modified_at, position from log_position";

    private final Jdbi jdbi;

    /** Those of a database. */
    public LogPositions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** All that are remembered. */
    public List<LogPosition> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery(ALL).map((row, context) -> position(row)).list());
    }

    /** That of one log; absent where nobody read it yet. */
    public Optional<LogPosition> of(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + " where id = :id")
                .bind("id", id)
                .map((row, context) -> position(row))
                .findOne());
    }

    private static LogPosition position(ResultSet row) throws SQLException {
        return new LogPosition(
                row.getString("id"),
                row.getString("path"),
                row.getLong("size"),
                Instant.ofEpochMilli(row.getLong("modified_at")),
                row.getLong("position"));
    }

    /**
     * Goes on in a log, as a part of the transaction that writes down what was counted.
     *
     * @param before how far it was counted when the reading began
     * @param now how far it is
     * @return whether nobody else has read it meanwhile; where somebody has, nothing of this may be written
     */
    public static boolean advance(Handle handle, long before, LogPosition now, Instant at) {
        return handle.createUpdate("insert into log_position (id, path, size, modified_at, position, read_at)"
                                + " values (:id, :path, :size, :modified, :position, :at) on conflict (id) do update set"
                                + " path = excluded.path, size = excluded.size, modified_at = excluded.modified_at,"
                                + " position = excluded.position, read_at = excluded.read_at"
                                + " where log_position.position = :before")
                        .bind("id", now.id())
                        .bind("path", now.path())
                        .bind("size", now.size())
                        .bind("modified", now.modifiedAt().toEpochMilli())
                        .bind("position", now.position())
                        .bind("at", at.toEpochMilli())
                        .bind("before", before)
                        .execute()
                == 1;
    }

    /** Forgets logs that nobody read for so long. */
    static void forget(Handle handle, Instant now, Duration after) {
        handle.createUpdate("delete from log_position where read_at < :before")
                .bind("before", now.minus(after).toEpochMilli())
                .execute();
    }
}
