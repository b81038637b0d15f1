/**
 * Pure functions from an observation and the expectations to findings; no I/O, no clock, no browser.
 *
 * <p>Put here: what a check is. Each check has its place by its subject, in {@code tag}, {@code asset}, {@code host}, {@code
 * page}, {@code packing} or {@code release}. Not here: looking. Uses {@code result}, {@code observation}, {@code expectation}.
 */
@NullMarked
package dev.smokerunner.check;

import org.jspecify.annotations.NullMarked;
