/**
 * Tells a result to a person or a machine.
 *
 * <p>Put here: one class per format and their one list. Not here: anything that looks or judges; reads {@code result}
 * only.
 */
@NullMarked
package dev.smokerunner.report;

import org.jspecify.annotations.NullMarked;
