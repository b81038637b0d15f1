/**
 * Looks with a real browser, behind the one port {@code Browser}.
 *
 * <p>Put here: finding, starting, steering and ending the browser. Not here: judging what it showed. Browsers of the Chromium
 * family are spoken to over the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/).
 */
@NullMarked
package dev.smokerunner.observe.browser;

import org.jspecify.annotations.NullMarked;
