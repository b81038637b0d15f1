/**
 * Translates what Chromium says into facts.
 *
 * <p>Put here: every sentence, prefix and name of Chromium's that something is decided by, with the versions that it was seen
 * in. Not here: what follows from the facts. Another browser has a package of its own beside this one, which makes the same
 * facts of other words.
 *
 * <p>Each pattern was seen in Chromium 156 unless it says otherwise; one that is called "old" is kept for the browsers of a
 * Grid.
 */
@NullMarked
package dev.smokerunner.observe.browser.chromium;

import org.jspecify.annotations.NullMarked;
