package dev.smokerunner.observe.session;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.ImmutableCapabilities;

/**
 * Which browser is wanted.
 *
 * @param kind its kind
 * @param options what it is started with, as its driver knows it
 */
public record WantedBrowser(Kind kind, Map<String, ?> options) {

    /** Copies the options. */
    public WantedBrowser {
        requireNonNull(kind);
        options = Map.copyOf(options);
    }

    /**
     * A browser of the Chromium family.
     *
     * @param arguments what it is started with; whether it can have a sandbox is known to its machine alone
     */
    public static WantedBrowser chromium(Kind kind, List<String> arguments) {
        // The driver lets pages open windows by default.
        return new WantedBrowser(
                kind, Map.of("args", List.copyOf(arguments), "excludeSwitches", List.of("disable-popup-blocking")));
    }

    /**
     * Firefox, without a window.
     *
     * @param settings its settings, by their names
     */
    public static WantedBrowser firefox(Map<String, ?> settings) {
        return new WantedBrowser(Kind.FIREFOX, Map.of("args", List.of("-headless"), "prefs", Map.copyOf(settings)));
    }

    /** The same by this executable. */
    public WantedBrowser withBinary(Path executable) {
        Map<String, Object> more = new LinkedHashMap<>(options);
        more.put("binary", executable.toString());
        return new WantedBrowser(kind, more);
    }

    /** As WebDriver asks for it. */
    Capabilities capabilities() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("browserName", kind.capability);
        wanted.put(kind.options, options);
        wanted.put("acceptInsecureCerts", false);
        if (kind == Kind.FIREFOX) {
            // Its facts come over WebDriver BiDi, and its dialogs wait for us.
            wanted.put("webSocketUrl", true);
            wanted.put("unhandledPromptBehavior", "ignore");
        } else {
            wanted.put("unhandledPromptBehavior", "dismiss");
        }
        return new ImmutableCapabilities(wanted);
    }

    /** The kinds of browser whose own socket is handed out. */
    public enum Kind {
        /** Chrome or Chromium. */
        CHROME("chrome", "goog:chromeOptions"),
        /** Microsoft Edge. */
        EDGE("MicrosoftEdge", "ms:edgeOptions"),
        /** Firefox. */
        FIREFOX("firefox", "moz:firefoxOptions");

        private final String capability;
        private final String options;

        Kind(String capability, String options) {
            this.capability = capability;
            this.options = options;
        }

        /** The name by which WebDriver knows it. */
        public String capability() {
            return capability;
        }

        /** The name of the capability that holds what its driver alone understands. */
        String optionsCapability() {
            return options;
        }
    }
}
