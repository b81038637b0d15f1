package dev.smokerunner.anomaly.evaluation;

/**
 * What was done to a series, and from which minute of it to which.
 *
 * @param kind what
 * @param from the first minute
 * @param until the one after the last
 */
record Label(Trouble kind, int from, int until) {}
