package dev.smokerunner.alert;

import java.util.Optional;

/** A way to tell people. */
public interface AlertChannel {

    /** Its name in the config, e.g. {@code pagerduty}. */
    String name();

    /** Whether it takes releases as well, and wakes nobody for them. */
    default boolean takesReleases() {
        return false;
    }

    /** Tries once; never throws for what the other side does. */
    Delivery send(Alert alert);

    /** Tries once, and never throws: what goes wrong in ourselves is a failed try like others, and holds up no other alert. */
    default Delivery tryToSend(Alert alert) {
        try {
            return send(alert);
        } catch (RuntimeException e) {
            return new Delivery.Delayed("it could not be sent: " + e, Optional.empty());
        }
    }
}
