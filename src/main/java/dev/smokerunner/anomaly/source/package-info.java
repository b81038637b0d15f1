/**
 * Reads series: of CSV files, and of what Graphite renders as JSON. Put here how numbers are had; what they mean is judged in {@code
 * anomaly}.
 */
@NullMarked
package dev.smokerunner.anomaly.source;

import org.jspecify.annotations.NullMarked;
