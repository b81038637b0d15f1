package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.incident.IncidentEvent;
import dev.smokerunner.incident.Round;
import dev.smokerunner.incident.SeenCause;
import java.util.Optional;

/** What somebody saw of a site, as a round of its incident book, and how people are told of it. */
sealed interface Look permits SiteLook, SignalLook {
    /** Of which site. */
    WatchedSite site();

    /** As the site's incident book takes it. */
    Round round();

    /** The id of the round that the history has of it; absent where it has none. */
    Optional<String> roundId();

    /** Whether a picture of the page is kept. */
    boolean hasScreenshot();

    /** One of its causes, or of those that it ended, for an alert. */
    Alert.Trouble trouble(SeenCause cause);

    /** How an event is confirmed, for an alert. */
    String confirmation(IncidentEvent event);
}
