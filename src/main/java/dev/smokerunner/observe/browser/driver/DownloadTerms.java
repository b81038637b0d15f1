package dev.smokerunner.observe.browser.driver;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the environment lets something be fetched, and where that is kept.
 *
 * @param environment the variables of this process
 */
record DownloadTerms(Map<String, String> environment) {
    DownloadTerms {
        environment = Map.copyOf(environment);
    }

    /** Why nothing may be fetched; absent where it may. A build must not depend on a download that nobody asked for. */
    Optional<String> refusal() {
        if (isOn("SE_OFFLINE")) {
            return Optional.of("nothing is fetched with SE_OFFLINE=true");
        }
        return isOn("CI") && !"1".equals(environment.get("SMOKE_INSTALL"))
                ? Optional.of("nothing is fetched in CI unless SMOKE_INSTALL=1")
                : Optional.empty();
    }

    /** The folder that Selenium Manager and WebDriverManager share. */
    Path cache() {
        String own = environment.getOrDefault("SE_CACHE_PATH", "");
        String home = environment.getOrDefault("HOME", environment.getOrDefault("USERPROFILE", "."));
        return own.isBlank() ? Path.of(home, ".cache", "selenium") : Path.of(own);
    }

    private boolean isOn(String name) {
        String value = environment.getOrDefault(name, "").strip();
        return !value.isEmpty() && !value.equalsIgnoreCase("false") && !value.equals("0");
    }
}
