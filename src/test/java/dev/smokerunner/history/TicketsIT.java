package dev.smokerunner.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.history.reading.MinuteCount;
import dev.smokerunner.history.reading.SeenTicket;
import dev.smokerunner.history.reading.TicketReader;
import dev.smokerunner.standin.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets in both databases: what one keeps, the other keeps alike. */
class TicketsIT {
    private static final Instant BEGIN = Instant.parse("2026-03-04T10:00:00Z");
    private static final String ACCOUNT = "https://example.zendesk.com smoke";
    private static final String DESK = ACCOUNT + " 0123abcd";
    private static final SiteRecord SITE = new SiteRecord(
            "shop", "production", "https://shop.test/", Optional.empty(), Optional.empty(), Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @Test
    void areKeptInAFile() throws Exception {
        try (HistoryDatabase database =
                HistoryDatabase.forMonitor(folder.resolve("history.db").toString())) {
            keeps(database);
        }
    }

    @Test
    void areKeptInPostgres() throws Exception {
        try (Postgres postgres = Postgres.start();
                HistoryDatabase database = HistoryDatabase.forMonitor(postgres.url())) {
            keeps(database);
        }
    }

    private static void keeps(HistoryDatabase database) {
        new Sites(database.jdbi()).watch(List.of(SITE));
        Tickets tickets = new Tickets(database.jdbi());
        assertThat(tickets.desk(DESK, List.of(SITE.id()), BEGIN))
                .isEqualTo(new TicketDeskState(Optional.empty(), BEGIN, Optional.empty(), Instant.EPOCH, ""));

        assertThat(tickets.add(page("c1", false, 1, 2), Optional.of(turnOfNobody()), BEGIN))
                .as("the turn is lost")
                .isFalse();
        assertThat(tickets.add(page("c1", false, 1, 2), Optional.empty(), BEGIN))
                .isTrue();
        assertThat(tickets.add(page("c2", true, 2, 3), Optional.empty(), BEGIN.plusSeconds(300)))
                .isTrue();

        assertThat(tickets.desk(DESK, List.of(SITE.id()), BEGIN.plusSeconds(400)))
                .isEqualTo(new TicketDeskState(
                        Optional.of("c2"), BEGIN, Optional.of(BEGIN.plusSeconds(300)), Instant.EPOCH, ""));
        TicketReader reader = new TicketReader(database.jdbi());
        assertThat(reader.since(SITE.id(), BEGIN.minusSeconds(60)))
                .extracting(ticket -> ticket.number() + " " + ticket.judgedAt())
                .containsExactly("1 Optional.empty", "2 Optional.empty", "3 Optional.empty");
        database.jdbi()
                .useTransaction(handle -> Tickets.judged(handle, SITE.id(), List.of(1L, 2L), BEGIN.plusSeconds(301)));
        database.jdbi()
                .useTransaction(handle -> Tickets.judged(handle, SITE.id(), List.of(2L, 3L), BEGIN.plusSeconds(302)));
        assertThat(reader.since(SITE.id(), BEGIN))
                .extracting(SeenTicket::judgedAt)
                .containsExactly(
                        Optional.of(BEGIN.plusSeconds(301)),
                        Optional.of(BEGIN.plusSeconds(301)),
                        Optional.of(BEGIN.plusSeconds(302)));
        assertThat(new CountReader(database.jdbi())
                        .minutes(new CountReader.Series(SITE.id(), "", Measure.TICKETS), BEGIN, BEGIN.plusSeconds(600)))
                .containsExactly(
                        new MinuteCount(BEGIN, 1),
                        new MinuteCount(BEGIN.plusSeconds(60), 1),
                        new MinuteCount(BEGIN.plusSeconds(120), 1));

        assertThat(counts(database))
                .as("each once, in the minute in which it came")
                .isEqualTo(Map.of(count(0), 1L, count(60), 1L, count(120), 1L));

        tickets.trouble(DESK, "status 429", BEGIN.plusSeconds(500));
        tickets.forgetCursor(DESK);
        assertThat(tickets.desk(DESK, List.of(SITE.id()), BEGIN.plusSeconds(400)))
                .isEqualTo(new TicketDeskState(
                        Optional.empty(),
                        BEGIN,
                        Optional.of(BEGIN.plusSeconds(300)),
                        BEGIN.plusSeconds(500),
                        "status 429"));
        assertThat(tickets.isAbandoned(DESK, BEGIN.plusSeconds(200))).isFalse();
        assertThat(tickets.isAbandoned(DESK, BEGIN.plusSeconds(301))).isTrue();

        tickets.desk(ACCOUNT + " other", List.of(SITE.id()), BEGIN.plusSeconds(600));
        assertThat(reader.since(SITE.id(), Instant.EPOCH))
                .as("another rule reads anew")
                .isEmpty();
        assertThat(counts(database)).as("and counts anew").isEmpty();
        Retention.USUAL.apply(database.jdbi(), BEGIN.plus(Duration.ofDays(36)));
        assertThat(tickets.isAbandoned(DESK, Instant.EPOCH))
                .as("it is forgotten")
                .isTrue();
    }

    private static Map<CountKey, Long> counts(HistoryDatabase database) {
        return new CountReader(database.jdbi()).all(Instant.EPOCH, BEGIN.plusSeconds(600));
    }

    private static CountKey count(int seconds) {
        return new CountKey(SITE.id(), "", Measure.TICKETS, BEGIN.plusSeconds(seconds));
    }

    private static Turn turnOfNobody() {
        return new Turn("tickets", DESK, "me", 7);
    }

    /** Tickets that came a minute apart. */
    private static Tickets.Page page(String cursor, boolean isLast, int... numbers) {
        List<StoredTicket> tickets = Arrays.stream(numbers)
                .mapToObj(number -> new StoredTicket(
                        number, SITE.id(), BEGIN.plusSeconds(60L * (number - 1)), Optional.of("Help " + number)))
                .toList();
        return new Tickets.Page(DESK, ACCOUNT, tickets, cursor, isLast);
    }
}
