package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.Screen;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.DialogBook;
import dev.smokerunner.observe.browser.visit.OpenTab;
import dev.smokerunner.observe.browser.visit.OriginHeaders;
import dev.smokerunner.observe.browser.visit.PageTimers;
import dev.smokerunner.observe.browser.visit.Tabs;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Opens tabs, each with an empty profile and a window of its own, and closes them with it. */
final class TabOpener implements Tabs {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** A window opens within half a second; on a machine with ten times as much to do as it can it takes its time. */
    private static final Duration START = Duration.ofSeconds(20);

    /** More than any page is long whose text anybody compares. */
    private static final int LARGEST_BODY = 10_000_000;

    private final BidiConnection browser;
    private final ContextRouter router;
    private final BrowserChoice choice;

    TabOpener(BidiConnection browser, ContextRouter router, BrowserChoice choice) {
        this.browser = browser;
        this.router = router;
        this.choice = choice;
    }

    @Override
    public OpenTab open(URI page) throws CommandException {
        TabContexts contexts = new TabContexts(browser, OriginHeaders.of(choice, page));
        return new BidiOpenTab(browser, this, contexts, place(contexts));
    }

    private TabPlace place(TabContexts tab) throws CommandException {
        String profile =
                browser.call("browser.createUserContext", Map.of(), START).textOr("userContext", "");
        List<String> own = List.of(profile);
        browser.tell(
                "browser.setDownloadBehavior",
                Map.of("downloadBehavior", Map.of("type", "denied"), "userContexts", own));
        listen(own, PageTimers.BINDING, PageTimers.SCRIPT);
        listen(own, DialogBook.BINDING, DialogBook.SCRIPT);
        listen(own, ErrorPlaces.BINDING, ErrorPlaces.SCRIPT);
        listen(own, CallStack.BINDING, CallStack.SCRIPT);
        router.add(profile, tab);
        // In one window a tab would hide the others, and what is hidden draws nothing.
        String context = browser.call("browsingContext.create", Map.of("type", "window", "userContext", profile), START)
                .textOr("context", "");
        show(context, choice.screen());
        // Without that a request for a password waits for somebody to type one.
        browser.tell("network.addIntercept", Map.of("phases", List.of("authRequired"), "contexts", List.of(context)));
        tab.headers().ifPresent(added -> holdUp(context, added));
        String collector = browser.call(
                        "network.addDataCollector",
                        Map.of(
                                "dataTypes",
                                List.of("response"),
                                "maxEncodedDataSize",
                                LARGEST_BODY,
                                "userContexts",
                                own),
                        ANSWER)
                .textOr("collector", "");
        return new TabPlace(profile, context, collector);
    }

    private void show(String context, Screen screen) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("context", context);
        shown.put("viewport", Map.of("width", screen.width(), "height", screen.height()));
        screen.pixelRatio().ifPresent(ratio -> shown.put("devicePixelRatio", ratio));
        browser.tell("browsingContext.setViewport", shown);
        screen.userAgent()
                .ifPresent(name -> browser.tell(
                        "emulation.setUserAgentOverride", Map.of("userAgent", name, "contexts", List.of(context))));
    }

    /** Lets a script of ours tell what the page does, by calling a function of that name. */
    private void listen(List<String> profiles, String binding, String script) {
        browser.tell(
                "script.addPreloadScript",
                Map.of(
                        "functionDeclaration",
                        "tell => {\nglobalThis." + binding + " = tell;\n" + script + "\n}\n//# sourceURL="
                                + ErrorPlaces.OWN_CODE + binding + "\n",
                        "arguments",
                        List.of(Map.of("type", "channel", "value", Map.of("channel", binding))),
                        "userContexts",
                        profiles));
    }

    /** Makes the page wait with each request to the origin. */
    private void holdUp(String context, OriginHeaders added) {
        URI origin = added.origin();
        Map<String, String> pattern = new LinkedHashMap<>();
        pattern.put("type", "pattern");
        pattern.put("protocol", origin.getScheme());
        pattern.put("hostname", String.valueOf(origin.getHost()));
        pattern.put("port", origin.getPort() < 0 ? "" : String.valueOf(origin.getPort()));
        browser.tell(
                "network.addIntercept",
                Map.of(
                        "phases",
                        List.of("beforeRequestSent"),
                        "contexts",
                        List.of(context),
                        "urlPatterns",
                        List.of(pattern)));
    }

    /** Closes a tab with all that is in its profile, without waiting for it. */
    void close(TabPlace tab) {
        router.remove(tab.profile());
        browser.tell("browser.removeUserContext", Map.of("userContext", tab.profile()));
    }
}
