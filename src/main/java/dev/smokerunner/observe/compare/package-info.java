/**
 * Says how a text that is served differs from one that was packaged, by the rules of the language that both are written in.
 *
 * <p>Put here: what parses two pages, scripts or style sheets to compare them. Not here: whether the difference is good.
 */
@NullMarked
package dev.smokerunner.observe.compare;

import org.jspecify.annotations.NullMarked;
