/**
 * What was seen about a page, as immutable facts without judgement.
 *
 * <p>Put here: records of facts. Not here: code that looks, or that says whether a fact is good. Uses the
 * JDK, and the patterns of {@code expectation}.
 */
@NullMarked
package dev.smokerunner.observation;

import org.jspecify.annotations.NullMarked;
