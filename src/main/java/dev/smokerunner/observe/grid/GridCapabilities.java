package dev.smokerunner.observe.grid;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Which browser is wanted from a Grid.
 *
 * @param browser its kind
 * @param arguments what it is started with; whether it can have a sandbox is known to the node alone
 */
public record GridCapabilities(Browser browser, List<String> arguments) {

    /** Copies the arguments. */
    public GridCapabilities {
        requireNonNull(browser);
        arguments = List.copyOf(arguments);
    }

    /** As WebDriver asks for it. */
    Map<String, Object> capabilities() {
        Map<String, Object> wanted = Map.of(
                "browserName",
                browser.capability,
                browser.options,
                // The driver lets pages open windows by default.
                Map.of("args", arguments, "excludeSwitches", List.of("disable-popup-blocking")),
                "acceptInsecureCerts",
                false,
                "unhandledPromptBehavior",
                "dismiss");
        return Map.of("capabilities", Map.of("alwaysMatch", wanted));
    }

    /** The kinds of browser whose DevTools a Grid hands out. */
    public enum Browser {
        /** Chrome or Chromium. */
        CHROME("chrome", "goog:chromeOptions"),
        /** Microsoft Edge. */
        EDGE("MicrosoftEdge", "ms:edgeOptions");

        private final String capability;
        private final String options;

        Browser(String capability, String options) {
            this.capability = capability;
            this.options = options;
        }

        /** The name by which a Grid knows it. */
        String capability() {
            return capability;
        }
    }
}
