/**
 * Gets browsers from a Selenium Grid.
 *
 * <p>Put here: how a Grid is asked for a session, for its free slots, and whether a session still lives. Not here: speaking
 * with the browser, which is done over the socket that a session hands out. What WebDriver says over HTTP is Selenium's, in
 * {@code observe.session}.
 */
@NullMarked
package dev.smokerunner.observe.grid;

import org.jspecify.annotations.NullMarked;
