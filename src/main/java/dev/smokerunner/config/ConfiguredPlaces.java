package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.serving.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a config says that its pages are, in all its environments; whether they are there nobody has looked.
 *
 * @param name the config's name
 * @param targets each environment's target, by the environment's name, in the order of the file
 * @param browsers the browsers of the config
 * @param redaction removes the config's secrets
 */
public record ConfiguredPlaces(
        String name, Map<String, Target> targets, List<BrowserChoice> browsers, Redaction redaction) {

    /** Copies the collections. */
    public ConfiguredPlaces {
        requireNonNull(name);
        requireNonNull(redaction);
        targets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        browsers = List.copyOf(browsers);
    }
}
