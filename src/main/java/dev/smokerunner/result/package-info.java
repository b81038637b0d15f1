/**
 * What was found and how bad it is: the one thing that reports and alerts read.
 *
 * <p>Put here: the vocabulary of a verdict and the pure fold that makes it. Not here: how anything was seen or is shown.
 * Uses the JDK only.
 */
@NullMarked
package dev.smokerunner.result;

import org.jspecify.annotations.NullMarked;
