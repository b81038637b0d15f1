package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.history.Releases;
import dev.smokerunner.release.Release;
import dev.smokerunner.standin.ZendeskRules;
import dev.smokerunner.tickets.TicketRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers write becomes an incident, and an incident a ticket. */
class TicketSignalTest {
    @TempDir
    private Path folder;

    private SiteWithCustomers desk;

    @BeforeEach
    void open() throws Exception {
        desk = new SiteWithCustomers(folder, ZendeskRules.DOCUMENTED.withPage(60));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void opensAnIncidentAtTheThirdTicketAndEndsItAnHourAfterTheLast() throws Exception {
        desk.minutes(1);
        long first = desk.customerWrites("The checkout does not work");
        desk.minutes(5);
        long second = desk.customerWrites("I cannot finish my checkout");
        desk.customerWrites("Where is my parcel?");
        desk.minutes(5);
        assertThat(desk.incidents()).isEmpty();

        long third = desk.customerWrites("CHECKOUT broken!");
        desk.minutes(3);

        assertThat(desk.incidents()).singleElement().satisfies(incident -> assertThat(incident.title())
                .isEqualTo("3 support tickets within 60 min"));
        assertThat(desk.lastAlert().troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.links()).containsExactly(desk.link(first), desk.link(second), desk.link(third));
            assertThat(trouble.hint())
                    .contains("ask support what customers see: #" + first + ", #" + second + ", #" + third);
        });
        desk.pass(Duration.ofMinutes(58));
        desk.minutes(4);
        assertThat(desk.site.sent)
                .containsExactly(
                        "OPENED: [3 support tickets within 60 min]", "RESOLVED: [3 support tickets within 60 min]");
    }

    @Test
    void keepsNothingOfWhatCustomersWrite() throws Exception {
        desk.minutes(1);
        desk.customerWrites("The checkout says s3cr3t things about me");
        desk.customerWrites("The checkout says s3cr3t things about me");
        desk.customerWrites("The checkout says s3cr3t things about me");
        desk.minutes(3);

        assertThat(desk.site.alerts).isNotEmpty().allSatisfy(alert -> assertThat(alert.toString())
                .doesNotContain("Alice")
                .doesNotContain("s3cr3t"));
        assertThat(desk.site.said).noneMatch(line -> line.contains("Alice") || line.contains("s3cr3t"));
        for (String file : List.of("history.db", "history.db-wal")) {
            String bytes = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("Alice") || bytes.contains("s3cr3t"))
                    .as(file)
                    .isFalse();
        }
    }

    @Test
    void showsSubjectsWhereTheConfigSaysSo() throws Exception {
        desk.showsSubjects = true;
        desk.minutes(1);
        long number = desk.customerWrites("checkout");
        desk.customerWrites("checkout");
        desk.customerWrites("checkout");
        desk.minutes(3);

        assertThat(desk.lastAlert().troubles().get(0).hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("#" + number + " \"My name is Alice\""));
    }

    @Test
    void linksATicketToTheIncidentThatTheChecksSee() throws Exception {
        desk.site.fails("app.js");
        desk.minutes(3);
        assertThat(desk.incidents()).hasSize(1);

        long number = desk.customerWrites("The checkout does not work");
        desk.minutes(3);

        assertThat(desk.incidents()).as("one incident").hasSize(1);
        assertThat(desk.lastAlert().kind()).isEqualTo(Alert.Kind.CHANGED);
        assertThat(desk.lastAlert().troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.message()).isEqualTo("1 support ticket came while the site fails");
            assertThat(trouble.links()).containsExactly(desk.link(number));
        });
        desk.site.fails();
        desk.minutes(3);
        assertThat(desk.lastAlert().kind()).isEqualTo(Alert.Kind.RESOLVED);
    }

    @Test
    void opensAnIncidentForOneTicketAfterARelease() throws Exception {
        desk.rule = TicketRule.USUAL;
        desk.minutes(1);
        new Releases(desk.database.jdbi())
                .add(new Release(
                        "shop.test", "default", "2.4.1", desk.site.clock().instant()));
        desk.minutes(30);
        desk.customerWrites("The checkout does not work");
        desk.minutes(3);

        assertThat(desk.lastAlert().troubles().get(0).message())
                .isEqualTo("1 support ticket came within 30 min after release 2.4.1");
        assertThat(desk.lastAlert().changes()).singleElement().satisfies(change -> assertThat(change)
                .startsWith("release 2.4.1 at 2026-03-04T10:01:00Z"));
    }

    @Test
    void tellsSupportInOneTicketWhichIsNoCustomers() throws Exception {
        desk.words = List.of("shop.test", "trouble");
        desk.site.fails("app.js");
        desk.minutes(10);
        desk.site.fails();
        desk.minutes(10);

        assertThat(desk.zendesk.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.path("external_id").asString("")).startsWith("smoke-incident-");
            assertThat(ticket.path("comments")).hasSize(2);
        });
        assertThat(desk.known()).isEmpty();
        assertThat(desk.incidents()).hasSize(1);
    }

    @Test
    void readsThePastFirstAndKnowsWhatIsUsual() throws Exception {
        desk.rule = TicketRule.USUAL;
        desk.pass(Duration.ofDays(-20));
        for (int hour = 0; hour < 20 * 24; hour++) {
            desk.customerWrites("checkout");
            desk.pass(Duration.ofHours(1));
        }
        desk.minutes(1);
        assertThat(desk.known()).as("some pages at a time").hasSizeBetween(290, 310);
        desk.minutes(3);
        assertThat(desk.known()).hasSize(480);
        assertThat(desk.known().get(0).judgedAt())
                .as("no news")
                .contains(desk.known().get(0).arrivedAt());

        desk.customerWrites("checkout");
        desk.customerWrites("checkout");
        desk.customerWrites("checkout");
        desk.minutes(5);
        assertThat(desk.incidents()).as("three are usual here").isEmpty();
    }

    /** As where the monitor was killed between the page and the judgement. */
    @Test
    void judgesHoursLaterWhatWasReadAndNotJudged() throws Exception {
        TicketRule atThree = desk.rule;
        desk.rule = TicketRule.USUAL;
        desk.minutes(1);
        for (int i = 0; i < 3; i++) {
            desk.customerWrites("checkout");
            desk.pass(Duration.ofMinutes(40));
        }
        desk.minutes(1);
        assertThat(desk.incidents()).isEmpty();

        desk.database.jdbi().useHandle(handle -> handle.execute("update ticket set judged_at = null"));
        desk.rule = new TicketRule(atThree.openAt(), Duration.ofHours(2), atThree.afterRelease());
        desk.pass(Duration.ofHours(5));
        desk.minutes(1);

        assertThat(desk.incidents()).hasSize(1);
    }

    /** As where the monitor that could have seen the end of the first was killed. */
    @Test
    void tellsOfABurstAfterATicketOfAnIncidentThatIsOver() throws Exception {
        desk.site.fails("app.js");
        desk.minutes(3);
        desk.customerWrites("checkout");
        desk.minutes(3);
        desk.site.fails();
        desk.zendesk.refuse(503, 503, 503, 503, 503, 503);
        desk.minutes(3);
        assertThat(desk.lastAlert().kind()).isEqualTo(Alert.Kind.RESOLVED);

        desk.customerWrites("checkout");
        desk.customerWrites("checkout");
        desk.minutes(9);

        assertThat(desk.incidents()).hasSize(2);
        assertThat(desk.lastAlert().kind()).isEqualTo(Alert.Kind.OPENED);
        assertThat(desk.lastAlert().troubles().get(0).message()).isEqualTo("3 support tickets within 60 min");
    }
}
