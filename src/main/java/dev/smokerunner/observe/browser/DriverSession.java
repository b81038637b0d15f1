package dev.smokerunner.observe.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A browser that was started through its driver.
 *
 * @param socket where it can be spoken to over WebDriver BiDi
 * @param title its name and version by its own account, e.g. {@code chrome 156.0.8078.79}
 */
record DriverSession(URI socket, String title) {

    /** A browser starts in two seconds; on a machine that is busy it takes ten. */
    private static final Duration START = Duration.ofSeconds(40);

    /** Says a driver of a browser that is not its own; then the browser has nothing to add. */
    private static final String OTHER_VERSION = "only supports";

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

    /**
     * Starts the browser.
     *
     * @param client speaks to the driver
     */
    static DriverSession start(
            FoundBrowser found, BrowserChoice choice, HttpClient client, URI driver, LaunchDirectory directory)
            throws BrowserTrouble {
        Fields answer;
        try {
            answer = ask(client, driver, capabilities(found, choice, directory));
        } catch (IOException failed) {
            throw notStarted(found, choice, directory, String.valueOf(failed.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BrowserTrouble("the start of " + found.description() + " was interrupted", interrupted);
        }
        if (answer.has("error")) {
            String why = answer.textOr("error", "") + ": " + answer.textOr("message", "");
            throw notStarted(found, choice, directory, WebDriverManagerLookup.firstLine(why));
        }
        Fields granted = answer.in("capabilities");
        String socket = granted.text("webSocketUrl")
                .orElseThrow(() -> new BrowserTrouble(
                        found.description() + " does not speak WebDriver BiDi; a newer browser and driver do",
                        List.of()));
        return new DriverSession(
                URI.create(socket), granted.textOr("browserName", "") + " " + granted.textOr("browserVersion", ""));
    }

    private static Fields ask(HttpClient client, URI driver, Map<String, Object> capabilities)
            throws IOException, InterruptedException {
        Map<String, Object> wish = Map.of("capabilities", Map.of("alwaysMatch", capabilities));
        HttpRequest request = HttpRequest.newBuilder(driver.resolve("session"))
                .timeout(START)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(BodyPublishers.ofString(WireJson.write(wish)))
                .build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        return WireJson.read(answer)
                .map(whole -> whole.in("value"))
                .orElseThrow(() -> new IOException("the driver's answer cannot be read"));
    }

    private static BrowserTrouble notStarted(
            FoundBrowser found, BrowserChoice choice, LaunchDirectory directory, String why) {
        if (why.contains(OTHER_VERSION)) {
            return new BrowserTrouble(found.description() + " could not be started: " + why, List.of());
        }
        String itself = StartDiagnosis.lastWords(found.binary(), arguments(choice, directory), directory)
                .map(words -> "; the browser itself says: " + words)
                .orElse("");
        return new BrowserTrouble(found.description() + " could not be started: " + why + itself, List.of());
    }

    private static Map<String, Object> capabilities(
            FoundBrowser found, BrowserChoice choice, LaunchDirectory directory) {
        boolean edge = found.kind() == BrowserChoice.Name.EDGE;
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("binary", found.binary().toString());
        options.put("args", arguments(choice, directory));
        // The driver lets pages open windows by default.
        options.put("excludeSwitches", List.of("disable-popup-blocking"));
        return Map.of(
                "browserName",
                edge ? "MicrosoftEdge" : "chrome",
                edge ? "ms:edgeOptions" : "goog:chromeOptions",
                options,
                "acceptInsecureCerts",
                false,
                "unhandledPromptBehavior",
                "dismiss",
                "webSocketUrl",
                true);
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
