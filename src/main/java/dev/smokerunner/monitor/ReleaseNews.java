package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertFormat;
import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.Releases;
import dev.smokerunner.history.RoundTransaction;
import dev.smokerunner.history.StoredMessage;
import dev.smokerunner.release.Release;
import dev.smokerunner.result.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Tells the channels that take releases of those that somebody noted, by messages of the history as alerts are: at least once, and
 * whichever runner comes first.
 */
record ReleaseNews(HistoryDatabase database, Deliveries deliveries) {

    /** Writes down what is to be sent of the releases of sites. */
    void tell(Collection<WatchedSite> sites, Instant now) {
        List<WatchedSite> told =
                sites.stream().filter(site -> !channels(site).isEmpty()).toList();
        if (told.isEmpty() || !new Releases(database.jdbi()).hasUnsent(now)) {
            return;
        }
        for (WatchedSite site : told) {
            database.jdbi().useTransaction(handle -> Releases.takeUnsent(handle, site.record(), now)
                    .forEach(release -> tell(site, release, handle)));
        }
        deliveries.check();
    }

    private static List<AlertChannel> channels(WatchedSite site) {
        return site.alerts().channels().stream()
                .filter(AlertChannel::takesReleases)
                .toList();
    }

    private void tell(WatchedSite site, Release release, Handle handle) {
        Alert alert = alert(site, release);
        for (AlertChannel channel : channels(site)) {
            StoredMessage message = new StoredMessage(
                    alert.id() + ">" + channel.name(),
                    Optional.empty(),
                    site.id(),
                    channel.name(),
                    AlertFormat.write(alert),
                    release.at(),
                    0);
            new RoundTransaction(handle).add(message);
            deliveries.plan(message.id(), handle);
        }
    }

    private static Alert alert(WatchedSite site, Release release) {
        String id = site.id() + "@" + release.at().toEpochMilli() + "@release";
        return new Alert(
                id,
                Alert.Kind.RELEASED,
                id,
                site.site(),
                Severity.SEV5,
                release.at(),
                release.at(),
                "",
                List.of(),
                List.of(release.version()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
