/**
 * Pure functions from an observation and the expectations to detections; no I/O, no clock, no browser.
 *
 * <p>Put here: what a check is. Each check has its place by its subject, in {@code tag}, {@code asset}, {@code host}, {@code
 * page}, {@code text}, {@code packing} or {@code release}. Not here: looking. Uses {@code result}, {@code observation}, {@code
 * expectation}, {@code detection}.
 */
@NullMarked
package dev.smokerunner.check;

import org.jspecify.annotations.NullMarked;
