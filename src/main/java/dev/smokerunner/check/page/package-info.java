/**
 * Judges the page as a whole.
 *
 * <p>Put here: whether it is there, shows what it should, throws, calls, and is ready in time. Not here: its assets.
 */
@NullMarked
package dev.smokerunner.check.page;

import org.jspecify.annotations.NullMarked;
