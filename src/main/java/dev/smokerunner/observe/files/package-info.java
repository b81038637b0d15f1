/**
 * Reads the files of a package into facts: what is in it, and which file names which.
 *
 * <p>Put here: pure readers of files that a target lists. Not here: judging, or how a package is opened. Knows no disk: a
 * zip is read in the same way as a directory.
 */
@NullMarked
package dev.smokerunner.observe.files;

import org.jspecify.annotations.NullMarked;
