/** Finds drivers of browsers. */
@NullMarked
package dev.smokerunner.observe.browser.driver;

import org.jspecify.annotations.NullMarked;
