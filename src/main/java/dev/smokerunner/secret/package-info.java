/**
 * Values that must not appear in any output.
 *
 * <p>Put here: the type that hides a value and the text filter that removes it. Not here: where secrets come from. Uses the
 * JDK only.
 */
@NullMarked
package dev.smokerunner.secret;

import org.jspecify.annotations.NullMarked;
