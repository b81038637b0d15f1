package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.OpenTab;
import dev.smokerunner.observe.browser.visit.OriginHeaders;
import dev.smokerunner.observe.browser.visit.Tabs;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Opens tabs, each with an empty profile of its own, and closes them with it. */
final class TabOpener implements Tabs {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** A tab begins within half a second; on a machine with ten times as much to do as it can it took eight. */
    private static final Duration START = Duration.ofSeconds(20);

    private final DevTools connection;
    private final DevToolsSession browser;
    private final EventRouter router;
    private final BrowserChoice choice;

    TabOpener(DevTools connection, EventRouter router, BrowserChoice choice) {
        this.connection = connection;
        this.browser = connection.browser();
        this.router = router;
        this.choice = choice;
    }

    @Override
    public OpenTab open(URI page) throws CommandException {
        TabTargets targets =
                new TabTargets(choice, OriginHeaders.of(choice, page).map(RequestHold::new));
        return new DevToolsOpenTab(connection, this, targets, place(targets));
    }

    private TabPlace place(TabTargets targets) throws CommandException {
        String profile = browser.call("Target.createBrowserContext", Map.of("disposeOnDetach", true), ANSWER)
                .textOr("browserContextId", "");
        browser.tell(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "deny", "browserContextId", profile, "eventsEnabled", true));
        router.add(profile, targets);
        String frame = browser.call(
                        "Target.createTarget", Map.of("url", "about:blank", "browserContextId", profile), ANSWER)
                .textOr("targetId", "");
        return new TabPlace(profile, frame, targets.page(START));
    }

    /** Closes a tab with all that is in its profile, without waiting for it. */
    void close(TabPlace tab) {
        router.remove(tab.profile());
        browser.tell("Target.disposeBrowserContext", profile(tab));
    }

    /**
     * Closes a tab.
     *
     * @throws CommandException if the browser does not do that in time
     */
    void closeNow(TabPlace tab, Duration limit) throws CommandException {
        browser.call("Target.disposeBrowserContext", profile(tab), limit);
    }

    private static Map<String, String> profile(TabPlace tab) {
        return Map.of("browserContextId", tab.profile());
    }
}
