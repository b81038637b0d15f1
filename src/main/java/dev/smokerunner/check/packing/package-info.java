/**
 * Judges a package before it is uploaded.
 *
 * <p>Put here: its files, what names them and what nothing names, and its pages that nobody visits.
 */
@NullMarked
package dev.smokerunner.check.packing;

import org.jspecify.annotations.NullMarked;
