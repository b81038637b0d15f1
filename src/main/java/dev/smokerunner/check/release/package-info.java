/**
 * Judges whether what is live is what was packaged.
 *
 * <p>Put here: the comparison at the site, its origin and its edges.
 */
@NullMarked
package dev.smokerunner.check.release;

import org.jspecify.annotations.NullMarked;
