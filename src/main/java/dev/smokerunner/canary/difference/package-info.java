/**
 * How what one build made differs from what another one made, whether that is a failure or not.
 *
 * <p>Put here: comparisons. Not here: what they are told as.
 */
@NullMarked
package dev.smokerunner.canary.difference;

import org.jspecify.annotations.NullMarked;
