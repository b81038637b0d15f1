/**
 * What the owner of a page expects of it, and the defaults for an owner who said nothing.
 *
 * <p>Put here: limits, required elements, patterns. Not here: YAML (that is {@code config}) or judging (that is {@code
 * check}). Uses {@code result} for severities.
 */
@NullMarked
package dev.smokerunner.expectation;

import org.jspecify.annotations.NullMarked;
