/**
 * Reads script text into facts: which files it will ask for when a visitor needs them.
 *
 * <p>Put here: pure functions from script text to references, and how loaders name files. Not here: fetching the text, or
 * running it. What is not certain to be asked for is left out.
 */
@NullMarked
package dev.smokerunner.observe.script;

import org.jspecify.annotations.NullMarked;
