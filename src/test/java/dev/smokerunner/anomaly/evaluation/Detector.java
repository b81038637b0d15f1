package dev.smokerunner.anomaly.evaluation;

/** Says minute by minute whether something is wrong. */
interface Detector {
    String name();

    /** Whether it alarms in a minute; called for each in order. */
    boolean alarms(int minute);
}
