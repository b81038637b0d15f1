/**
 * Judges what a page loads from its own site.
 *
 * <p>Put here: a check for each aspect of an asset, and the asset that all of them share. Not here: the tag that
 * names it.
 */
@NullMarked
package dev.smokerunner.check.asset;

import org.jspecify.annotations.NullMarked;
