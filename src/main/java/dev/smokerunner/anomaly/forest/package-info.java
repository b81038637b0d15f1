/**
 * A second opinion on an anomaly, by AWS's random cut forest. Put here nothing else: who does not ask for it loads nothing of that
 * library.
 */
@NullMarked
package dev.smokerunner.anomaly.forest;

import org.jspecify.annotations.NullMarked;
