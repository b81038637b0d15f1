/**
 * What checks found, as data: what is wrong, with what, how bad it is, what is lost by it and what it may follow from.
 *
 * <p>Put here: what is needed to join findings to their causes. Not here: how they are joined, and how they are told. The
 * sentences of a detection are sealed: they are read when all is joined, and nothing is decided by them.
 */
@NullMarked
package dev.smokerunner.detection;

import org.jspecify.annotations.NullMarked;
