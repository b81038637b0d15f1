package dev.smokerunner.observe.browser;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;

/** Starts a browser through its driver. */
final class DriverSession {

    /** A browser starts in two seconds; on a machine that is busy it takes ten. Selenium's default is three minutes. */
    private static final Duration START = Duration.ofSeconds(40);

    private static final Logger NOISE = Logger.getLogger("org.openqa.selenium");

    /**
     * What Chromium starts a process of its own for with each window though nobody will use it: a next page of the same
     * profile, and the list below the address bar. Without them a visit costs half.
     */
    private static final List<String> UNUSED = List.of(
            "SpareRendererForSitePerProcess",
            "WebUIOmniboxPopup",
            "WebUIOmniboxAimPopup",
            "WebUIOmniboxFullPopup",
            "WebUIOmniboxSimplification");

    /** What keeps a browser from the network, from dialogs of its own and from slowing tabs that nobody looks at. */
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--disable-breakpad",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--mute-audio",
            "--disable-extensions",
            "--disable-features=" + String.join(",", UNUSED));

    private DriverSession() {}

    /**
     * Starts the browser.
     *
     * @return where it can be spoken to over WebDriver BiDi
     */
    static URI start(FoundBrowser found, BrowserChoice choice, DriverProcess driver, LaunchDirectory directory)
            throws BrowserTrouble {
        NOISE.setLevel(Level.OFF);
        try {
            ClientConfig config =
                    ClientConfig.defaultConfig().connectionTimeout(START).readTimeout(START);
            RemoteWebDriver session =
                    new RemoteWebDriver(driver.url().toURL(), capabilities(found, choice, directory), config, false);
            Object socket = session.getCapabilities().getCapability("webSocketUrl");
            if (socket instanceof String url) {
                return URI.create(url);
            }
            throw new BrowserTrouble(
                    found.description() + " does not speak WebDriver BiDi; a newer browser and driver do", List.of());
        } catch (WebDriverException failed) {
            String why = WebDriverManagerLookup.firstLine(failed);
            String itself = StartDiagnosis.lastWords(found.binary(), arguments(choice, directory), directory)
                    .map(words -> "; the browser itself says: " + words)
                    .orElse("");
            throw new BrowserTrouble(found.description() + " could not be started: " + why + itself, failed);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MutableCapabilities capabilities(
            FoundBrowser found, BrowserChoice choice, LaunchDirectory directory) {
        boolean edge = found.kind() == BrowserChoice.Name.EDGE;
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("binary", found.binary().toString());
        options.put("args", arguments(choice, directory));
        // The driver lets pages open windows by default.
        options.put("excludeSwitches", List.of("disable-popup-blocking"));
        return new MutableCapabilities(Map.of(
                "browserName",
                edge ? "MicrosoftEdge" : "chrome",
                edge ? "ms:edgeOptions" : "goog:chromeOptions",
                options,
                "acceptInsecureCerts",
                false,
                "unhandledPromptBehavior",
                "dismiss",
                "webSocketUrl",
                true));
    }

    private static List<String> arguments(BrowserChoice choice, LaunchDirectory directory) {
        List<String> arguments = new ArrayList<>(ARGUMENTS);
        arguments.add("--window-size=" + choice.width() + "," + choice.height());
        arguments.add("--user-data-dir=" + directory.profile());
        if (isRoot()) {
            // Chromium refuses to start as root with a sandbox; for anybody else the sandbox stays.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return "root".equals(System.getProperty("user.name"));
        }
    }
}
