package dev.smokerunner.observe.browser.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How Firefox is started, so that it speaks WebDriver BiDi by itself, without geckodriver. */
public final class FirefoxLaunch implements LaunchForm {
    private static final Pattern SOCKET = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)\n");

    /** What keeps it from the network, from dialogs and pages of its own, and from slowing tabs that nobody looks at. */
    public static final Map<String, Object> EVERYWHERE = Map.ofEntries(
            Map.entry("app.normandy.enabled", false),
            Map.entry("app.update.disabledForTesting", true),
            Map.entry("browser.aboutwelcome.enabled", false),
            Map.entry("browser.contentblocking.category", "standard"),
            Map.entry("browser.dom.window.dump.enabled", false),
            Map.entry("browser.newtabpage.enabled", false),
            Map.entry("browser.pagethumbnails.capturing_disabled", true),
            Map.entry("browser.safebrowsing.blockedURIs.enabled", false),
            Map.entry("browser.safebrowsing.downloads.enabled", false),
            Map.entry("browser.safebrowsing.malware.enabled", false),
            Map.entry("browser.safebrowsing.phishing.enabled", false),
            Map.entry("browser.search.update", false),
            Map.entry("browser.sessionstore.resume_from_crash", false),
            Map.entry("browser.shell.checkDefaultBrowser", false),
            Map.entry("browser.startup.homepage_override.mstone", "ignore"),
            Map.entry("browser.startup.page", 0),
            Map.entry("browser.tabs.warnOnClose", false),
            Map.entry("browser.topsites.contile.enabled", false),
            Map.entry("browser.translations.enable", false),
            Map.entry("browser.uitour.enabled", false),
            Map.entry("browser.urlbar.suggest.searches", false),
            Map.entry("datareporting.healthreport.uploadEnabled", false),
            Map.entry("datareporting.policy.dataSubmissionEnabled", false),
            Map.entry("dom.disable_beforeunload", false),
            // A script that never ends is found by its silence; what would ask the visitor about it is a dialog.
            Map.entry("dom.ipc.reportProcessHangs", false),
            Map.entry("dom.max_script_run_time", 0),
            Map.entry("dom.min_background_timeout_value", 4),
            Map.entry("dom.timeout.enable_budget_timer_max_delay", false),
            Map.entry("extensions.getAddons.cache.enabled", false),
            Map.entry("extensions.systemAddon.update.enabled", false),
            Map.entry("extensions.update.enabled", false),
            Map.entry("geo.provider.testing", true),
            // The words of its messages are translated from this language only.
            Map.entry("intl.locale.requested", "en-US"),
            Map.entry("media.gmp-manager.updateEnabled", false),
            Map.entry("media.volume_scale", "0.0"),
            Map.entry("network.captive-portal-service.enabled", false),
            Map.entry("network.connectivity-service.enabled", false),
            Map.entry("network.dns.disablePrefetch", true),
            Map.entry("network.http.speculative-parallel-limit", 0),
            Map.entry("network.manage-offline-status", false),
            Map.entry("network.prefetch-next", false),
            Map.entry("nimbus.rollouts.enabled", false),
            // A page that prints itself would wait for an answer in a dialog.
            Map.entry("print.enabled", false),
            // WebDriver BiDi alone.
            Map.entry("remote.active-protocols", 1),
            Map.entry("security.certerrors.mitm.priming.enabled", false),
            Map.entry("services.settings.server", "data:,#remote-settings-dummy/v1"),
            Map.entry("signon.autofillForms", false),
            Map.entry("signon.rememberSignons", false),
            Map.entry("toolkit.cosmeticAnimations.enabled", false),
            Map.entry("toolkit.startup.max_resumed_crashes", -1),
            Map.entry("toolkit.telemetry.enabled", false),
            Map.entry("toolkit.telemetry.server", "data:,"),
            Map.entry("toolkit.telemetry.unified", false));

    @Override
    public void prepare(LaunchDirectory directory) throws IOException {
        Files.createDirectories(directory.profile());
        Files.writeString(directory.profile().resolve("user.js"), script(settings(directory)));
    }

    /** Its settings on this machine. */
    public static Map<String, Object> settings(LaunchDirectory directory) {
        Map<String, Object> all = new TreeMap<>(EVERYWHERE);
        // Downloads are refused, and an empty file is left of each all the same.
        all.put("browser.download.dir", directory.temporaryFiles().toString());
        all.put("browser.download.folderList", 2);
        return all;
    }

    private static String script(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "user_pref(\"" + setting.getKey() + "\", " + written(setting.getValue()) + ");\n")
                .collect(Collectors.joining());
    }

    private static String written(Object value) {
        return value instanceof String text ? "\"" + text.replace("\\", "\\\\") + "\"" : value.toString();
    }

    @Override
    public List<String> arguments(LaunchDirectory directory) {
        return List.of(
                "--headless",
                // Else a Firefox of the user's that runs already would open another window and say nothing to us.
                "--no-remote",
                // A free port of loopback, which is told when it listens.
                "--remote-debugging-port=0",
                // By this directory on its command line the next run knows it for one of ours.
                "--profile",
                directory.profile().toString(),
                "about:blank");
    }

    @Override
    public Optional<URI> socket(String written) {
        Matcher socket = SOCKET.matcher(written);
        return socket.find() ? Optional.of(URI.create(socket.group(1) + "/session")) : Optional.empty();
    }
}
