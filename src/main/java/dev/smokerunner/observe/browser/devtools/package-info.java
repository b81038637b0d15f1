/**
 * Speaks to browsers of the Chromium family over the Chrome DevTools Protocol
 * (https://chromedevtools.github.io/devtools-protocol/).
 *
 * <p>Put here: the connection, its commands and events, and their translation for a visit. Not here: what a visit does with
 * them.
 */
@NullMarked
package dev.smokerunner.observe.browser.devtools;

import org.jspecify.annotations.NullMarked;
