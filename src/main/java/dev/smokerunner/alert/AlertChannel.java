package dev.smokerunner.alert;

/** A way to tell people. */
public interface AlertChannel {

    /** Its name in the config, e.g. {@code pagerduty}. */
    String name();

    /** Tries once; never throws for what the other side does. */
    Delivery send(Alert alert);
}
