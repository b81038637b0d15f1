package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.RetryPolicy;
import dev.smokerunner.anomaly.AnomalyPlan;
import dev.smokerunner.config.SiteSignals;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.reading.IncidentReader;
import dev.smokerunner.history.reading.IncidentSummary;
import dev.smokerunner.history.reading.SeenTicket;
import dev.smokerunner.history.reading.TicketReader;
import dev.smokerunner.metrics.MetricsSettings;
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
import dev.smokerunner.traffic.TrafficSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A site, customers who write about it, and a monitor that is a new process each minute, as with cron. */
final class SiteWithCustomers implements AutoCloseable {
    static final String ID = "shop.test/default";

    final ScriptedSite site = new ScriptedSite();
    final Zendesk zendesk;
    final HistoryDatabase database;
    TicketRule rule = new TicketRule(Optional.of(3), Duration.ofHours(1), Duration.ofHours(4));
    List<String> words = List.of("checkout");
    boolean showsSubjects;
    /** What happens in each minute before the monitor looks. */
    Runnable meanwhile = () -> {};

    SiteWithCustomers(Path folder, ZendeskRules rules) throws HistoryException, IOException {
        database = HistoryDatabase.forMonitor(folder.resolve("history.db").toString());
        zendesk = Zendesk.start(rules, site.clock());
    }

    private WatchedSite watched() {
        return watched(AnomalyPlan.OFF);
    }

    WatchedSite watched(AnomalyPlan anomalies) {
        ZendeskClient client = new ZendeskClient(
                new ZendeskAccount(zendesk.url(), new OAuthClient(Zendesk.CLIENT, new Secret(Zendesk.SECRET))),
                site.clock());
        List<AlertChannel> channels = new ArrayList<>(site.watched().alerts().channels());
        channels.add(new SupportChannel(client, SupportSettings.USUAL, site.clock()));
        return new WatchedSite(
                site.watched().plan(),
                site.watched().schedule(),
                new AlertRoutes(channels, List.of()),
                new SiteSignals(
                        Optional.of(new TicketWatch(
                                client,
                                new TicketMatch(words, Set.of("shop"), Set.of(), Set.of(), List.of()),
                                rule,
                                Duration.ofMinutes(1),
                                showsSubjects)),
                        TrafficSettings.NONE,
                        anomalies,
                        MetricsSettings.NONE));
    }

    /** So many minutes pass, and the monitor looks at the end of each. */
    void minutes(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            pass(Duration.ofMinutes(1));
            meanwhile.run();
            MonitorOptions options = new MonitorOptions(
                    "", "test", 1, Duration.ofSeconds(1), Optional.empty(), RetryPolicy.USUAL, site.log());
            RoundRunner runner =
                    new RoundRunner(site::look, new NetworkCheck(List.of(), List::of), site.log(), System::nanoTime);
            new SingleRound(database, options, new DatabaseClock(database, site.clock()))
                    .of(Map.of(ID, watched()), runner);
        }
    }

    /** Nobody looks meanwhile. */
    void pass(Duration time) {
        site.clock().move(time);
    }

    long customerWrites(String text) {
        return zendesk.ticket("My name is Alice", text);
    }

    List<SeenTicket> known() {
        return new TicketReader(database.jdbi()).since(ID, Instant.EPOCH);
    }

    List<IncidentSummary> incidents() {
        return new IncidentReader(database.jdbi()).last(10);
    }

    Alert lastAlert() {
        return site.alerts.get(site.alerts.size() - 1);
    }

    URI link(long number) {
        return URI.create(zendesk.url() + "/agent/tickets/" + number);
    }

    @Override
    public void close() {
        database.close();
        zendesk.close();
    }
}
