package dev.smokerunner.observe.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.manager.SeleniumManager;

/** Asks Selenium Manager, without letting it report that it was used; honours {@code SE_OFFLINE}. */
final class SeleniumManagerLookup implements DriverLookup {
    private static final Logger NOISE = Logger.getLogger("org.openqa.selenium.manager");

    @Override
    public Optional<Path> find(String major, BrowserChoice.Name kind, Consumer<String> tried) {
        NOISE.setLevel(Level.OFF);
        String browser = kind == BrowserChoice.Name.EDGE ? "edge" : "chrome";
        try {
            String path = SeleniumManager.getInstance()
                    .getBinaryPaths(List.of(
                            "--browser", browser, "--browser-version", major, "--avoid-stats", "--timeout", "20"))
                    .getDriverPath();
            if (path != null && !path.isBlank()) {
                tried.accept("Selenium Manager: " + path);
                return Optional.of(Path.of(path));
            }
            tried.accept("Selenium Manager: found none");
        } catch (WebDriverException failed) {
            tried.accept("Selenium Manager: " + WebDriverManagerLookup.firstLine(failed));
        }
        return Optional.empty();
    }
}
