/**
 * Tells what a canary found: as a result that any report and alert can read, as a text for people, as an issue, as a patch.
 *
 * <p>Put here: words. Not here: what is tried.
 */
@NullMarked
package dev.smokerunner.canary.telling;

import org.jspecify.annotations.NullMarked;
