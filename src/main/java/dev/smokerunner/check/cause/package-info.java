/**
 * Joins findings to their causes.
 *
 * <p>Put here: what follows from what, and the hints that say so. Not here: what is wrong in itself.
 */
@NullMarked
package dev.smokerunner.check.cause;

import org.jspecify.annotations.NullMarked;
