/**
 * Whether the newest numbers of a series are unlike what was to be expected, and by how much: requests per minute, response times,
 * or any others. Pure: no clock, no file, no network. Put here what judges; how series are read is in {@code anomaly.source}, how
 * they are drawn in {@code anomaly.picture}, what Skyline's rules say of plain numbers in {@code anomaly.rule}.
 */
@NullMarked
package dev.smokerunner.anomaly;

import org.jspecify.annotations.NullMarked;
