/**
 * Looks with a real browser, behind the one port {@code Browser}.
 *
 * <p>Put here: finding, starting, steering and ending the browser. Not here: judging what it showed. Speaks to the driver
 * itself; uses WebDriverManager and Selenium Manager to find one.
 */
@NullMarked
package dev.smokerunner.observe.browser;

import org.jspecify.annotations.NullMarked;
