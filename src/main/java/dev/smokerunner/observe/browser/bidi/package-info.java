/**
 * Speaks to Firefox over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), by Selenium's classes.
 *
 * <p>Put here: the connection, its commands and events, and their translation for a visit. Not here: what Firefox's words mean
 * ({@code firefox}), what a visit does with the news. Nothing of it is loaded where another browser looks.
 */
@NullMarked
package dev.smokerunner.observe.browser.bidi;

import org.jspecify.annotations.NullMarked;
