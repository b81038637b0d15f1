package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertFormat;
import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.Messages;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.Sites;
import dev.smokerunner.history.StoredMessage;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentStep;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.incident.IncidentBook;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.incident.Source;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others notice of a site beside its checks, with a real database in a file. */
class SignalRecorderTest {
    private static final URI TICKET = URI.create("https://shop.zendesk.com/agent/tickets/12");

    private final ScriptedSite site = new ScriptedSite();

    @TempDir
    private Path folder;

    private HistoryDatabase database;

    @BeforeEach
    void open() throws HistoryException {
        database = HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SiteState rounds(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            site.clock().move(Duration.ofMinutes(1));
            MonitorOptions options = new MonitorOptions(
                    "", "test", 1, Duration.ofSeconds(1), Optional.empty(), RetryPolicy.USUAL, site.log());
            RoundRunner runner =
                    new RoundRunner(site::look, new NetworkCheck(List.of(), List::of), site.log(), System::nanoTime);
            new SingleRound(database, options, new DatabaseClock(database, site.clock())).of(site.alone(), runner);
        }
        return SiteState.valueOf(site.said.get(site.said.size() - 1).toUpperCase(Locale.ROOT));
    }

    private SiteState tickets(int count) {
        site.clock().move(Duration.ofMinutes(1));
        List<SignalCause> causes = count == 0
                ? List.of()
                : List.of(new SignalCause(
                        "support-tickets",
                        "support-tickets",
                        Severity.SEV2,
                        count + " tickets of customers",
                        Optional.of("usual: none"),
                        List.of(TICKET)));
        return recorder()
                .record(watched(), new Signal(Source.TICKETS, site.clock().instant(), causes), handle -> {})
                .state();
    }

    private WatchedSite watched() {
        return site.alone().values().iterator().next();
    }

    private SignalRecorder recorder() {
        return new SignalRecorder(database, new LaterDeliveries(), Optional.of("https://smoke.example.com/"));
    }

    private List<IncidentSummary> incidents() {
        return new IncidentReader(database.jdbi()).last(10);
    }

    @Test
    void opensAnIncidentThatNamesTheTicketsAndItsPage() throws InterruptedException {
        rounds(2);

        assertThat(tickets(3)).isEqualTo(SiteState.FAILING);

        IncidentSummary incident = incidents().get(0);
        assertThat(incident.title()).isEqualTo("3 tickets of customers");
        Alert alert = alerts().get(0);
        assertThat(alert.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo("support-tickets");
            assertThat(trouble.links()).containsExactly(TICKET);
        });
        assertThat(alert.incident()).hasValueSatisfying(page -> assertThat(page.toString())
                .startsWith("https://smoke.example.com/incident?id=shop.test"));
        assertThat(alert.report()).isEmpty();
    }

    private List<Alert> alerts() {
        return new Messages(database.jdbi())
                .waiting().stream()
                        .map(StoredMessage::alert)
                        .map(AlertFormat::read)
                        .toList();
    }

    @Test
    void isGoodAgainWhenItSaysNothingMore() throws InterruptedException {
        rounds(2);
        tickets(3);

        assertThat(rounds(2)).isEqualTo(SiteState.FAILING);
        assertThat(tickets(0)).isEqualTo(SiteState.OK);
        assertThat(incidents()).singleElement().satisfies(incident -> assertThat(incident.isOpen())
                .isFalse());
    }

    @Test
    void addsItsEvidenceToTheIncidentThatTheChecksOpened() throws InterruptedException {
        site.fails("app.js");
        rounds(3);
        tickets(1);

        assertThat(incidents()).hasSize(1);
        List<IncidentStep> steps =
                new IncidentReader(database.jdbi()).steps(incidents().get(0).id());
        assertThat(steps)
                .extracting(IncidentStep::kind)
                .containsExactly(IncidentEvent.Kind.OPENED, IncidentEvent.Kind.JOINED);
        assertThat(steps.get(1).links()).containsExactly(TICKET.toString());
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.key()).isEqualTo(site.alerts.get(0).key());
            assertThat(alert.confirmation()).isEqualTo("noticed while the site fails, and taken for the same");
        });
    }

    @Test
    void saysNothingOfASiteThatNobodyLookedAtYet() {
        new Sites(database.jdbi()).watch(List.of(watched().record()));

        assertThat(tickets(0)).isEqualTo(SiteState.UNKNOWN);
    }

    @Test
    void opensNothingForWhatWouldHaveJoinedAnIncidentThatIsOverMeanwhile() throws InterruptedException {
        site.fails("app.js");
        rounds(2);
        IncidentBook judgedBy = book();
        site.fails();
        rounds(2);
        Signal late = new Signal(
                Source.TICKETS,
                site.clock().instant(),
                List.of(new SignalCause(
                        "support-tickets", "support-tickets", Severity.SEV3, "1 ticket", Optional.empty(), List.of())));

        assertThat(recorder().record(watched(), late, judgedBy, handle -> {})).isEmpty();
        assertThat(recorder().record(watched(), late, book(), handle -> {})).isPresent();
        assertThat(incidents()).hasSize(2);
    }

    private IncidentBook book() {
        return database.jdbi()
                .inTransaction(
                        handle -> new RoundTransaction(handle).memory(watched().id()))
                .book();
    }

    @Test
    void writesNothingWhereWhatBelongsToItCannotBeWritten() throws InterruptedException {
        rounds(2);
        Signal signal = new Signal(
                Source.TICKETS,
                site.clock().instant(),
                List.of(new SignalCause(
                        "support-tickets",
                        "support-tickets",
                        Severity.SEV2,
                        "3 tickets",
                        Optional.empty(),
                        List.of())));

        assertThatThrownBy(() -> recorder().record(watched(), signal, handle -> handle.execute("insert into nowhere")))
                .isInstanceOf(RuntimeException.class);
        assertThat(incidents()).isEmpty();
    }
}
