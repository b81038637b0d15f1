/**
 * Pure functions from an observation and the expectations to findings; no I/O, no clock, no browser.
 *
 * <p>Put here: one class per check, their one list, the joining of causes. Not here: looking. Uses {@code result}, {@code
 * observation}, {@code expectation}.
 */
@NullMarked
package dev.smokerunner.check;

import org.jspecify.annotations.NullMarked;
