/**
 * Writes findings: the one place that reads what checks say, when all is joined.
 *
 * <p>Put here: how causes become sentences, commands and fingerprints. Not here: what is a cause of what.
 */
@NullMarked
package dev.smokerunner.check.finding;

import org.jspecify.annotations.NullMarked;
