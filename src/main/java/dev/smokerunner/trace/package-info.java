/**
 * Tells the requests of visits as other tools read them: HAR 1.2.
 *
 * <p>Put here: what becomes of an observation in the format of a trace. Not here: what a result says.
 */
@NullMarked
package dev.smokerunner.trace;

import org.jspecify.annotations.NullMarked;
