package dev.smokerunner.alert;

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
}
