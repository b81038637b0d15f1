package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Measure;
import dev.smokerunner.history.reading.CountReader;
import dev.smokerunner.history.reading.CountReader.Series;
import dev.smokerunner.history.reading.MinuteCount;
import dev.smokerunner.standin.ZendeskRules;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No ticket is missed, and none counts twice, whatever Zendesk does. */
class TicketReadingTest {
    @TempDir
    private Path folder;

    private SiteWithCustomers desk;

    @BeforeEach
    void open() throws Exception {
        desk = new SiteWithCustomers(folder, ZendeskRules.DOCUMENTED);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void countsATicketOnceHoweverOftenItComes() throws Exception {
        desk.minutes(1);
        long number = desk.customerWrites("checkout");
        desk.minutes(3);
        for (int i = 0; i < 5; i++) {
            desk.zendesk.change(number, Map.of("status", "open"));
            desk.minutes(2);
        }

        assertThat(desk.known()).hasSize(1);
        assertThat(desk.incidents()).isEmpty();
    }

    @Test
    void countsATicketThatAnAgentTagsLater() throws Exception {
        desk.minutes(1);
        long number = desk.customerWrites("It does not work");
        desk.minutes(3);
        assertThat(desk.known()).isEmpty();

        desk.zendesk.tag(number, "shop");
        desk.minutes(2);

        assertThat(desk.known()).singleElement().satisfies(ticket -> assertThat(ticket.number())
                .isEqualTo(number));
    }

    @Test
    void readsAgainWhatMayBeAboutASiteByOtherWords() throws Exception {
        desk.customerWrites("The basket is empty");
        desk.minutes(3);
        assertThat(desk.known()).isEmpty();

        desk.words = List.of("basket");
        desk.minutes(1);

        assertThat(desk.known()).hasSize(1);
    }

    @Test
    void leavesZendeskAloneAsLongAsItWantsAlsoAfterAStart() throws Exception {
        desk.minutes(1);
        desk.zendesk.refuse(429);
        int asked = desk.zendesk.log().size();
        desk.pass(Duration.ofSeconds(-59));
        desk.minutes(1);
        assertThat(desk.zendesk.log()).hasSize(asked + 2);
        desk.pass(Duration.ofSeconds(-56));
        desk.minutes(1);
        assertThat(desk.zendesk.log()).as("only 4 of the 7 s are over").hasSize(asked + 2);

        desk.minutes(1);

        assertThat(desk.zendesk.log()).hasSizeGreaterThan(asked + 2);
        assertThat(desk.site.said).contains(desk.zendesk.url() + ": its tickets are read again");
    }

    @Test
    void saysOnceThatTicketsCannotBeReadAndMissesNone() throws Exception {
        desk.minutes(1);
        desk.zendesk.allow("tickets:write");
        desk.customerWrites("checkout");
        desk.minutes(12);
        assertThat(desk.site.said)
                .filteredOn(line -> line.startsWith("tickets about " + SiteWithCustomers.ID + " are not read: "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("status 403").contains("scopes"));

        desk.zendesk.allow("tickets:read tickets:write");
        desk.minutes(6);

        assertThat(desk.known()).hasSize(1);
    }

    @Test
    void findsItsPlaceAgainWhereZendeskForgotIt() throws Exception {
        desk.minutes(1);
        desk.customerWrites("checkout");
        desk.minutes(3);
        desk.database.jdbi().useHandle(handle -> handle.execute("update ticket_desk set after_cursor = 'gone'"));
        desk.customerWrites("checkout");
        desk.minutes(3);

        assertThat(desk.known()).hasSize(2);
    }

    @Test
    void tellsMetricsHowManyTicketsCameInEachMinute() throws Exception {
        desk.minutes(1);
        Instant begin = desk.site.clock().instant();
        long number = desk.customerWrites("checkout");
        desk.customerWrites("checkout");
        desk.customerWrites("Where is my parcel?");
        desk.minutes(3);
        desk.zendesk.change(number, Map.of("status", "open"));
        desk.minutes(3);

        assertThat(desk.site.counted)
                .isEqualTo(Map.of(new CountKey(SiteWithCustomers.ID, "", Measure.TICKETS, begin), 2L));
    }

    @Test
    void countsTicketsByTheMinute() throws Exception {
        desk.minutes(1);
        Instant begin = desk.site.clock().instant();
        desk.customerWrites("checkout");
        desk.customerWrites("checkout");
        desk.pass(Duration.ofSeconds(150));
        desk.customerWrites("checkout");
        desk.minutes(3);

        CountReader counts = new CountReader(desk.database.jdbi());
        Series tickets = new Series(SiteWithCustomers.ID, "", Measure.TICKETS);
        assertThat(counts.minutes(tickets, begin, begin.plusSeconds(600)))
                .containsExactly(new MinuteCount(begin, 2), new MinuteCount(begin.plus(Duration.ofMinutes(2)), 1));
        assertThat(counts.minutes(tickets, begin.plusSeconds(60), begin.plusSeconds(120)))
                .isEmpty();
    }
}
