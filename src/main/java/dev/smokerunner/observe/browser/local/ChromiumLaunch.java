package dev.smokerunner.observe.browser.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a browser of the Chromium family is started. */
public final class ChromiumLaunch implements LaunchForm {
    private static final Pattern SOCKET = Pattern.compile("DevTools listening on (ws://\\S+)\n");

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
    public static final List<String> EVERYWHERE = List.of(
            "--headless=new",
            // Says to the pages that nobody sits before them, and keeps the browser from asking anybody anything.
            "--enable-automation",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-client-side-phishing-detection",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-hang-monitor",
            "--disable-prompt-on-repost",
            "--disable-sync",
            "--disable-quic",
            "--disable-breakpad",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--mute-audio",
            "--disable-extensions",
            "--password-store=basic",
            "--use-mock-keychain",
            "--disable-features=" + String.join(",", UNUSED));

    @Override
    public void prepare(LaunchDirectory directory) {
        // It makes its profile by itself.
    }

    @Override
    public Optional<URI> socket(String written) {
        Matcher socket = SOCKET.matcher(written);
        return socket.find() ? Optional.of(URI.create(socket.group(1))) : Optional.empty();
    }

    @Override
    public List<String> arguments(LaunchDirectory directory) {
        List<String> arguments = new ArrayList<>(underDriver(directory));
        arguments.add("--no-startup-window");
        // A free port of loopback, which is told when it listens.
        arguments.add("--remote-debugging-port=0");
        return arguments;
    }

    /** What it is started with where a driver of this machine says the rest, and wants a window. */
    public static List<String> underDriver(LaunchDirectory directory) {
        List<String> arguments = new ArrayList<>(EVERYWHERE);
        // By this directory on its command line the next run knows it for one of ours.
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
