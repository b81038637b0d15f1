/**
 * What numbers are usual at what time of the day and of the week: learnt from them as they come, in memory. Put here how that is
 * learnt; whether a number is unlike it is told in {@code anomaly}.
 */
@NullMarked
package dev.smokerunner.anomaly.season;

import org.jspecify.annotations.NullMarked;
