package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.Releases.Release;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.SeenTicket;
import dev.smokerunner.history.reading.TicketCount;
import dev.smokerunner.history.reading.TicketReader;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.standin.Zendesk;
import dev.smokerunner.standin.ZendeskRules;
import dev.smokerunner.tickets.SupportChannel;
import dev.smokerunner.tickets.SupportSettings;
import dev.smokerunner.tickets.TicketMatch;
import dev.smokerunner.tickets.TicketRule;
import dev.smokerunner.tickets.TicketWatch;
import dev.smokerunner.tickets.ZendeskAccount;
import dev.smokerunner.tickets.ZendeskAccount.OAuthClient;
import dev.smokerunner.tickets.ZendeskClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers write becomes an incident, and an incident a ticket: each minute is a new process, as with cron. */
class TicketReadingTest {
    private static final String SITE = "shop.test/default";
    private static final TicketRule AT_THREE = new TicketRule(Optional.of(3), Duration.ofHours(1), Duration.ofHours(4));

    private final ScriptedSite site = new ScriptedSite();
    private TicketRule rule = AT_THREE;
    private List<String> words = List.of("checkout");
    private boolean showsSubjects;
    private Zendesk zendesk;

    @TempDir
    private Path folder;

    private HistoryDatabase database;

    @BeforeEach
    void open() throws HistoryException, IOException {
        database = HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
        zendesk = Zendesk.start(ZendeskRules.DOCUMENTED, site.clock());
    }

    /** As the real ones, but for their size. */
    private void longPages() throws IOException {
        zendesk.close();
        ZendeskRules usual = ZendeskRules.DOCUMENTED;
        zendesk = Zendesk.start(
                new ZendeskRules(usual.lag(), usual.exports(), usual.minute(), 60, usual.tokenLife(), usual.indexLag()),
                site.clock());
    }

    @AfterEach
    void close() {
        database.close();
        zendesk.close();
    }

    private WatchedSite watched() {
        ZendeskClient client = new ZendeskClient(
                new ZendeskAccount(zendesk.url(), new OAuthClient(Zendesk.CLIENT, new Secret(Zendesk.SECRET))),
                site.clock());
        List<AlertChannel> channels = new ArrayList<>(site.watched().alerts().channels());
        channels.add(new SupportChannel(client, SupportSettings.USUAL, site.clock()));
        return new WatchedSite(
                site.watched().plan(),
                site.watched().schedule(),
                new AlertRoutes(channels, List.of()),
                Optional.of(new TicketWatch(
                        client,
                        new TicketMatch(words, Set.of("shop"), Set.of(), Set.of(), List.of()),
                        rule,
                        Duration.ofMinutes(1),
                        showsSubjects)));
    }

    private void minutes(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            site.clock().move(Duration.ofMinutes(1));
            MonitorOptions options = new MonitorOptions(
                    "", "test", 1, Duration.ofSeconds(1), Optional.empty(), RetryPolicy.USUAL, site.log());
            RoundRunner runner =
                    new RoundRunner(site::look, new NetworkCheck(List.of(), List::of), site.log(), System::nanoTime);
            new SingleRound(database, options, new DatabaseClock(database, site.clock()))
                    .of(Map.of(SITE, watched()), runner);
        }
    }

    private long customerWrites(String text) {
        return zendesk.ticket("My name is Alice", text);
    }

    private List<SeenTicket> known() {
        return new TicketReader(database.jdbi()).since(SITE, Instant.EPOCH);
    }

    private List<IncidentSummary> incidents() {
        return new IncidentReader(database.jdbi()).last(10);
    }

    private Alert lastAlert() {
        return site.alerts.get(site.alerts.size() - 1);
    }

    private URI link(long number) {
        return URI.create(zendesk.url() + "/agent/tickets/" + number);
    }

    @Test
    void opensAnIncidentAtTheThirdTicketAndEndsItAnHourAfterTheLast() throws Exception {
        minutes(1);
        long first = customerWrites("The checkout does not work");
        minutes(5);
        long second = customerWrites("I cannot finish my checkout");
        customerWrites("Where is my parcel?");
        minutes(5);
        assertThat(incidents()).isEmpty();

        long third = customerWrites("CHECKOUT broken!");
        minutes(3);

        assertThat(incidents()).singleElement().satisfies(incident -> assertThat(incident.title())
                .isEqualTo("3 support tickets within 60 min"));
        assertThat(lastAlert().troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.links()).containsExactly(link(first), link(second), link(third));
            assertThat(trouble.hint())
                    .contains("ask support what customers see: #" + first + ", #" + second + ", #" + third);
        });
        site.clock().move(Duration.ofMinutes(58));
        minutes(4);
        assertThat(site.sent)
                .containsExactly(
                        "OPENED: [3 support tickets within 60 min]", "RESOLVED: [3 support tickets within 60 min]");
    }

    @Test
    void keepsNothingOfWhatCustomersWrite() throws Exception {
        minutes(1);
        customerWrites("The checkout says s3cr3t things about me");
        customerWrites("The checkout says s3cr3t things about me");
        customerWrites("The checkout says s3cr3t things about me");
        minutes(3);

        assertThat(site.alerts).isNotEmpty().allSatisfy(alert -> assertThat(alert.toString())
                .doesNotContain("Alice")
                .doesNotContain("s3cr3t"));
        assertThat(site.said).noneMatch(line -> line.contains("Alice") || line.contains("s3cr3t"));
        for (String file : List.of("history.db", "history.db-wal")) {
            String bytes = Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("Alice") || bytes.contains("s3cr3t"))
                    .as(file)
                    .isFalse();
        }
    }

    @Test
    void showsSubjectsWhereTheConfigSaysSo() throws Exception {
        showsSubjects = true;
        minutes(1);
        long number = customerWrites("checkout");
        customerWrites("checkout");
        customerWrites("checkout");
        minutes(3);

        assertThat(lastAlert().troubles().get(0).hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("#" + number + " \"My name is Alice\""));
    }

    @Test
    void linksATicketToTheIncidentThatTheChecksSee() throws Exception {
        site.fails("app.js");
        minutes(3);
        assertThat(incidents()).hasSize(1);

        long number = customerWrites("The checkout does not work");
        minutes(3);

        assertThat(incidents()).as("one incident").hasSize(1);
        assertThat(lastAlert().kind()).isEqualTo(Alert.Kind.CHANGED);
        assertThat(lastAlert().troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.message()).isEqualTo("1 support ticket came while the site fails");
            assertThat(trouble.links()).containsExactly(link(number));
        });
        site.fails();
        minutes(3);
        assertThat(lastAlert().kind()).isEqualTo(Alert.Kind.RESOLVED);
    }

    @Test
    void opensAnIncidentForOneTicketAfterARelease() throws Exception {
        rule = TicketRule.USUAL;
        minutes(1);
        new Releases(database.jdbi())
                .add(new Release("shop.test", "default", "2.4.1", site.clock().instant()));
        minutes(30);
        customerWrites("The checkout does not work");
        minutes(3);

        assertThat(lastAlert().troubles().get(0).message())
                .isEqualTo("1 support ticket came within 30 min after release 2.4.1");
        assertThat(lastAlert().changes()).singleElement().satisfies(change -> assertThat(change)
                .startsWith("release 2.4.1 at 2026-03-04T10:01:00Z"));
    }

    @Test
    void tellsSupportInOneTicketWhichIsNoCustomers() throws Exception {
        words = List.of("shop.test", "trouble");
        site.fails("app.js");
        minutes(10);
        site.fails();
        minutes(10);

        assertThat(zendesk.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.path("external_id").asString("")).startsWith("smoke-incident-");
            assertThat(ticket.path("comments")).hasSize(2);
        });
        assertThat(known()).isEmpty();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void countsATicketOnceHoweverOftenItComes() throws Exception {
        minutes(1);
        long number = customerWrites("checkout");
        minutes(3);
        for (int i = 0; i < 5; i++) {
            zendesk.change(number, Map.of("status", "open"));
            minutes(2);
        }

        assertThat(known()).hasSize(1);
        assertThat(incidents()).isEmpty();
    }

    @Test
    void countsATicketThatAnAgentTagsLater() throws Exception {
        minutes(1);
        long number = customerWrites("It does not work");
        minutes(3);
        assertThat(known()).isEmpty();

        zendesk.tag(number, "shop");
        minutes(2);

        assertThat(known()).singleElement().satisfies(ticket -> assertThat(ticket.number())
                .isEqualTo(number));
    }

    @Test
    void readsThePastFirstAndKnowsWhatIsUsual() throws Exception {
        rule = TicketRule.USUAL;
        longPages();
        site.clock().move(Duration.ofDays(-20));
        for (int hour = 0; hour < 20 * 24; hour++) {
            customerWrites("checkout");
            site.clock().move(Duration.ofHours(1));
        }
        minutes(1);
        assertThat(known()).as("some pages at a time").hasSizeBetween(290, 310);
        minutes(3);
        assertThat(known()).hasSize(480);
        assertThat(known().get(0).readAt())
                .as("no news")
                .isEqualTo(known().get(0).arrivedAt());

        customerWrites("checkout");
        customerWrites("checkout");
        customerWrites("checkout");
        minutes(5);
        assertThat(incidents()).as("three are usual here").isEmpty();
    }

    @Test
    void readsAgainWhatMayBeAboutASiteByOtherWords() throws Exception {
        customerWrites("The basket is empty");
        minutes(3);
        assertThat(known()).isEmpty();

        words = List.of("basket");
        minutes(1);

        assertThat(known()).hasSize(1);
    }

    @Test
    void leavesZendeskAloneAsLongAsItWantsAlsoAfterAStart() throws Exception {
        minutes(1);
        zendesk.refuse(429);
        int asked = zendesk.log().size();
        site.clock().move(Duration.ofSeconds(-59));
        minutes(1);
        assertThat(zendesk.log()).hasSize(asked + 2);
        site.clock().move(Duration.ofSeconds(-56));
        minutes(1);
        assertThat(zendesk.log()).as("only 4 of the 7 s are over").hasSize(asked + 2);

        minutes(1);

        assertThat(zendesk.log()).hasSizeGreaterThan(asked + 2);
        assertThat(site.said).contains(zendesk.url() + ": its tickets are read again");
    }

    @Test
    void saysOnceThatTicketsCannotBeReadAndMissesNone() throws Exception {
        minutes(1);
        zendesk.allow("tickets:write");
        customerWrites("checkout");
        minutes(12);
        assertThat(site.said)
                .filteredOn(line -> line.startsWith("tickets about " + SITE + " are not read: "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("status 403").contains("scopes"));

        zendesk.allow("tickets:read tickets:write");
        minutes(6);

        assertThat(known()).hasSize(1);
    }

    @Test
    void findsItsPlaceAgainWhereZendeskForgotIt() throws Exception {
        minutes(1);
        customerWrites("checkout");
        minutes(3);
        database.jdbi().useHandle(handle -> handle.execute("update ticket_desk set after_cursor = 'gone'"));
        customerWrites("checkout");
        minutes(3);

        assertThat(known()).hasSize(2);
    }

    @Test
    void countsTicketsByTheMinute() throws Exception {
        minutes(1);
        Instant begin = site.clock().instant();
        customerWrites("checkout");
        customerWrites("checkout");
        site.clock().move(Duration.ofSeconds(150));
        customerWrites("checkout");
        minutes(3);

        assertThat(new TicketReader(database.jdbi()).perMinute(SITE, begin, begin.plusSeconds(600)))
                .containsExactly(new TicketCount(begin, 2), new TicketCount(begin.plus(Duration.ofMinutes(2)), 1));
        assertThat(new TicketReader(database.jdbi()).perMinute(SITE, begin.plusSeconds(60), begin.plusSeconds(120)))
                .isEmpty();
    }
}
