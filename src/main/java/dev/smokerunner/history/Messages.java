package dev.smokerunner.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What people are to be told, and what came of it. */
public final class Messages {
    private static final String COLUMNS = "id, incident, site, channel, alert, created_at, tries";

    private final Jdbi jdbi;

    /** Those of a database. */
    public Messages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A message that is to be sent; absent where it was delivered, or given up. */
    public Optional<StoredMessage> waiting(String id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from message where id = :id and state = 'waiting'")
                        .bind("id", id)
                        .map((row, context) -> message(row))
                        .findOne());
    }

    /** All messages that are to be sent, the oldest first. */
    public List<StoredMessage> waiting() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from message where state = 'waiting' order by created_at, id")
                .map((row, context) -> message(row))
                .list());
    }

    private static StoredMessage message(java.sql.ResultSet row) throws java.sql.SQLException {
        return new StoredMessage(
                row.getString("id"),
                Optional.ofNullable(row.getString("incident")),
                row.getString("site"),
                row.getString("channel"),
                row.getString("alert"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getInt("tries"));
    }

    /** Whether an older message of the same incident still waits for the same channel: what opens comes before what closes. */
    public boolean hasOlder(StoredMessage message) {
        return message.incident().isPresent()
                && jdbi.withHandle(handle -> handle.createQuery("select count(*) from message m join incident i"
                                        + " on i.id = m.incident join incident mine on mine.id = :incident"
                                        + " where m.state = 'waiting' and m.channel = :channel and m.site = :site"
                                        + " and i.fingerprint = mine.fingerprint and m.id <> :id"
                                        + " and (m.created_at < :created or m.created_at = :created and m.id < :id)")
                                .bind("incident", message.incident().get())
                                .bind("channel", message.channel())
                                .bind("site", message.site())
                                .bind("id", message.id())
                                .bind("created", message.createdAt().toEpochMilli())
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /**
     * The other side took it.
     *
     * @param trouble who did not get it; absent where everybody did
     */
    public void delivered(String id, Instant at, Optional<String> trouble) {
        end(id, "delivered", at, trouble);
    }

    /** It is given up: somebody has to look at it. */
    public void dead(String id, Instant at, String trouble) {
        end(id, "dead", at, Optional.of(trouble));
    }

    private void end(String id, String state, Instant at, Optional<String> trouble) {
        jdbi.useHandle(handle -> handle.createUpdate("update message set state = :state, tries = tries + 1,"
                        + " tried_at = :at, next_at = null, trouble = :trouble where id = :id and state = 'waiting'")
                .bind("state", state)
                .bind("at", at.toEpochMilli())
                .bind("trouble", trouble.orElse(null))
                .bind("id", id)
                .execute());
    }

    /** It will be tried again. */
    public void delayed(String id, Instant at, Instant next, String trouble) {
        jdbi.useHandle(handle -> handle.createUpdate("update message set tries = tries + 1, tried_at = :at,"
                        + " next_at = :next, trouble = :trouble where id = :id and state = 'waiting'")
                .bind("at", at.toEpochMilli())
                .bind("next", next.toEpochMilli())
                .bind("trouble", trouble)
                .bind("id", id)
                .execute());
    }

    /** How many were given up. */
    public int dead() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from message where state = 'dead'")
                .mapTo(Integer.class)
                .one());
    }
}
