/**
 * Drivers and browsers that a machine lacks: finds the driver that fits a browser, fetches what is not there.
 *
 * <p>Put here: versions, folders of tools, the two libraries that fetch. Not here: starting a driver.
 */
@NullMarked
package dev.smokerunner.observe.browser.driver;

import org.jspecify.annotations.NullMarked;
