/**
 * Judges the text that a page is made of: whether browsers read it as it was written, and whether it was filled in.
 *
 * <p>Put here: what the characters of pages, scripts, styles and data say. Not here: tags, and whether files come at all;
 * a check of another package tells what is found.
 */
@NullMarked
package dev.smokerunner.check.text;

import org.jspecify.annotations.NullMarked;
