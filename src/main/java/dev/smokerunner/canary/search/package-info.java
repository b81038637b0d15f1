/**
 * Finds the smallest set of changes that breaks something, by asking an oracle.
 *
 * <p>Put here: pure search. Not here: what a change or a build is.
 */
@NullMarked
package dev.smokerunner.canary.search;

import org.jspecify.annotations.NullMarked;
