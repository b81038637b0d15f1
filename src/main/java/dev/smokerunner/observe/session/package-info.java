/** Sessions of WebDriver, by Selenium: of a driver on this machine, or of a Grid. */
@NullMarked
package dev.smokerunner.observe.session;

import org.jspecify.annotations.NullMarked;
