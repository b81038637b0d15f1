/**
 * Looks at what is served of a release, everywhere and file by file.
 *
 * <p>Put here: what asks for the files of a package and says how the answers differ. Not here: whether that is good, and how
 * long to wait for it.
 */
@NullMarked
package dev.smokerunner.observe.release;

import org.jspecify.annotations.NullMarked;
