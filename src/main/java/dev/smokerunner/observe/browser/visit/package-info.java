/**
 * One visit of a page: waits for it, asks it, and writes down what happened, in the words of no protocol.
 *
 * <p>Put here: what a visit needs from any browser ({@code Tab} and {@code TabListener}), when a page is ready, and the record
 * of it. Not here: any command, event or sentence of a browser.
 */
@NullMarked
package dev.smokerunner.observe.browser.visit;

import org.jspecify.annotations.NullMarked;
