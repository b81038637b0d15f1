/**
 * Runs all checks over one page.
 *
 * <p>Put here: their one list, their order, and what is said of all of them. Uses all of the others; none of them
 * uses it.
 */
@NullMarked
package dev.smokerunner.check.runner;

import org.jspecify.annotations.NullMarked;
