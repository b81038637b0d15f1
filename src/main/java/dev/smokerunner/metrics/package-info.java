/**
 * Numbers of sites for other programs: which there are, in one list, and how they are sent to Graphite and by OTLP; and marks of
 * releases for Graphite and Grafana. A receiver that is away costs the monitor nothing. What pages say is in no name and in no
 * label. Not here: {@code /metrics} for Prometheus, which asks by itself ({@code status}).
 */
@NullMarked
package dev.smokerunner.metrics;

import org.jspecify.annotations.NullMarked;
