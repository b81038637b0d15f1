/**
 * Judges what a page loads from its own site.
 *
 * <p>Put here: a check for each aspect of an asset. Not here: the tag that names it, and what an asset is, which is in
 * {@code view}.
 */
@NullMarked
package dev.smokerunner.check.asset;

import org.jspecify.annotations.NullMarked;
