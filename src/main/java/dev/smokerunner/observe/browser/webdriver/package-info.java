/** Browsers that somebody else starts for us by WebDriver: a driver on this machine, or a Selenium Grid. */
@NullMarked
package dev.smokerunner.observe.browser.webdriver;

import org.jspecify.annotations.NullMarked;
