/**
 * What checks and kinds of findings mean, for whoever got one.
 *
 * <p>Put here: what finds an explanation and its parts. The words themselves stand in one file for each check beside this
 * package, and nowhere else: {@code docs/checks.md} is made of them. Not here: what judges.
 */
@NullMarked
package dev.smokerunner.explain;

import org.jspecify.annotations.NullMarked;
