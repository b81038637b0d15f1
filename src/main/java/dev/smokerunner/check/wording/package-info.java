/**
 * Puts facts into words: sentences for people, places in files, commands that show a fact again.
 *
 * <p>Put here: what the finding of any check needs. Not here: what is wrong.
 */
@NullMarked
package dev.smokerunner.check.wording;

import org.jspecify.annotations.NullMarked;
