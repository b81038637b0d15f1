/**
 * Judges which hosts a page names.
 *
 * <p>Put here: where a host is named, and who can reach it.
 */
@NullMarked
package dev.smokerunner.check.host;

import org.jspecify.annotations.NullMarked;
