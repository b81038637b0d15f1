/**
 * What customers tell support, and what support is told: tickets that mean that a site is broken, and the one ticket of an
 * incident.
 *
 * <p>Put here: who is asked and how, which ticket is about which site, when tickets mean something. Not here: what is remembered
 * of them, and when they are read. It uses {@code alert}, {@code expectation}, {@code result} and {@code secret}.
 */
@NullMarked
package dev.smokerunner.tickets;

import org.jspecify.annotations.NullMarked;
