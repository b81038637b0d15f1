package dev.smokerunner.observe.browser.local;

import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.NewestFirst;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Browsers that {@code smoke install}, or another tool that uses Selenium Manager, fetched into its cache. */
final class FetchedBrowsers {
    private static final List<String> CHROME =
            List.of("chrome", "chrome.exe", "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing");
    private static final List<String> FIREFOX = List.of("firefox", "firefox.exe", "Firefox.app/Contents/MacOS/firefox");

    private final Machine machine;

    FetchedBrowsers(Machine machine) {
        this.machine = machine;
    }

    /** Those of one kind, in {@code CACHE/BROWSER/PLATFORM/VERSION/}, the newest first. */
    List<Path> browsers(Name kind) {
        Optional<Path> cache = cache();
        if (cache.isEmpty() || kind == Name.EDGE) {
            return List.of();
        }
        boolean isFirefox = kind == Name.FIREFOX;
        List<Path> versions = new ArrayList<>();
        for (Path platform : machine.children(cache.get().resolve(isFirefox ? "firefox" : "chrome"))) {
            versions.addAll(machine.children(platform));
        }
        return versions.stream()
                .sorted(new NewestFirst())
                .flatMap(version -> (isFirefox ? FIREFOX : CHROME).stream().map(version::resolve))
                .filter(machine::isExecutable)
                .toList();
    }

    private Optional<Path> cache() {
        return machine.environment("SE_CACHE_PATH").map(Path::of).or(() -> machine.environment("HOME")
                .or(() -> machine.environment("USERPROFILE"))
                .map(home -> Path.of(home, ".cache", "selenium")));
    }
}
