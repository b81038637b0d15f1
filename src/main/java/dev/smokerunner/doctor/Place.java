package dev.smokerunner.doctor;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.serving.Target;

/**
 * One place that a config names.
 *
 * @param name e.g. {@code signup production}
 * @param target what is there
 * @param visitor whose header fields and credentials go with a question
 */
public record Place(String name, Target target, BrowserChoice visitor) {}
