/**
 * Reads HTML and CSS text into facts: elements with positions, parse errors, references.
 *
 * <p>Put here: pure functions from text to facts. Not here: fetching the text. Uses jsoup.
 */
@NullMarked
package dev.smokerunner.observe.html;

import org.jspecify.annotations.NullMarked;
