/**
 * Looks at one page in both ways, over plain HTTP and in a browser, and joins what was seen into one observation.
 *
 * <p>Put here: the order of looking, and asking again. Not here: judging, or what only one way of seeing needs. Raw
 * library errors end in the packages below.
 */
@NullMarked
package dev.smokerunner.observe;

import org.jspecify.annotations.NullMarked;
