package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.Screen;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.CommandAnswers;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.DialogAnswers;
import dev.smokerunner.observe.browser.visit.DialogBook;
import dev.smokerunner.observe.browser.visit.PageTimers;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one tab's profile: its page, frames that have a process of their own, and workers. Each waits at its start
 * until it is told what to report.
 */
final class TabTargets {
    private static final Map<String, Object> ATTACH =
            Map.of("autoAttach", true, "waitForDebuggerOnStart", true, "flatten", true);

    /** Of a pixel ratio. */
    private static final double AS_THE_MACHINE_HAS_IT = 0;

    /** As phones have it. */
    private static final int TOUCH_POINTS = 5;

    private final BrowserChoice choice;
    private final Optional<RequestHold> headers;
    private final Set<String> known = new HashSet<>();
    private final DialogAnswers answers = new DialogAnswers();
    private final CompletableFuture<DevToolsSession> page = new CompletableFuture<>();
    private boolean hasPage;
    private volatile @Nullable TabEvents events;

    /**
     * Prepares for a tab.
     *
     * @param choice how large the window is
     * @param headers what to add to its requests; absent where nothing is
     */
    TabTargets(BrowserChoice choice, Optional<RequestHold> headers) {
        this.choice = choice;
        this.headers = headers;
    }

    /** Asks the browser for the news of all targets, those of its own that belong to no tab included. */
    static void follow(DevToolsSession browser) {
        browser.tell("Target.setAutoAttach", ATTACH);
    }

    /** Lets a target begin; the answer comes when it has heard all that it was told before. */
    static CompletableFuture<Fields> letGo(DevToolsSession target) {
        return target.send("Runtime.runIfWaitingForDebugger", Map.of());
    }

    /**
     * The page, once it reports all that happens: what it does before that it would not tell.
     *
     * @throws CommandException if that takes too long
     */
    DevToolsSession page(Duration limit) throws CommandException {
        return CommandAnswers.await(page, limit, "the start of a tab");
    }

    /** Tells what happens from now on. */
    void tell(TabEvents tab) {
        events = tab;
    }

    void attached(DevToolsSession session, Fields target) {
        String type = target.textOr("type", "");
        boolean isPage = type.equals("page");
        // A window that a page opened is not looked at.
        boolean isWindow = isPage && hasPage;
        // A service worker comes twice, from the page and from the browser.
        if (known.add(target.textOr("targetId", "")) && !isWindow) {
            report(session, type);
        }
        CompletableFuture<Fields> begun = letGo(session);
        if (isPage && !isWindow) {
            hasPage = true;
            CompletableFuture<Boolean> unused =
                    begun.thenApply(answer -> page.complete(session)).exceptionally(page::completeExceptionally);
        }
    }

    private void report(DevToolsSession session, String type) {
        session.tell("Network.enable");
        session.tell("Runtime.enable");
        session.tell("Target.setAutoAttach", ATTACH);
        if (type.equals("page") || type.equals("iframe")) {
            session.tell("Page.enable");
        }
        if (type.equals("worker")) {
            // For its sockets that do not open.
            session.tell("Log.enable");
        }
        headers.ifPresent(added -> added.holdUp(session));
        if (type.equals("page")) {
            session.tell("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
            session.tell("Log.enable");
            session.tell("Audits.enable");
            session.tell("Inspector.enable");
            // For the scripts that cannot be parsed. A statement of the page that halts in a debugger does not.
            session.tell("Debugger.enable", Map.of("maxScriptsCacheSize", 0));
            session.tell("Debugger.setSkipAllPauses", Map.of("skip", true));
            listen(session, PageTimers.BINDING, PageTimers.SCRIPT);
            listen(session, DialogBook.BINDING, DialogBook.SCRIPT);
            session.tell("Emulation.setDeviceMetricsOverride", metrics(choice.screen()));
            if (choice.screen().touch()) {
                session.tell(
                        "Emulation.setTouchEmulationEnabled", Map.of("enabled", true, "maxTouchPoints", TOUCH_POINTS));
            }
        }
        choice.screen()
                .userAgent()
                .ifPresent(name -> session.tell("Emulation.setUserAgentOverride", Map.of("userAgent", name)));
    }

    /** Lets a script of ours tell what the page does, by calling a function of that name. */
    private static void listen(DevToolsSession session, String binding, String script) {
        session.tell("Runtime.addBinding", Map.of("name", binding));
        session.tell("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    private static Map<String, Object> metrics(Screen screen) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("width", screen.width());
        metrics.put("height", screen.height());
        metrics.put("deviceScaleFactor", screen.pixelRatio().orElse(AS_THE_MACHINE_HAS_IT));
        metrics.put("mobile", screen.isDevice());
        return metrics;
    }

    void accept(DevToolsEvent event) {
        switch (event.method()) {
            case "Page.javascriptDialogOpening" ->
                event.session().tell("Page.handleJavaScriptDialog", answer(event.params()));
            case "Fetch.requestPaused" -> headers.ifPresent(added -> added.letGo(event));
            default -> {
                // Everything else only has to be written down.
            }
        }
        TabEvents tab = events;
        // Scripts that are whole are told of as well, each one.
        if (tab != null && !event.method().equals("Debugger.scriptParsed")) {
            tab.accept(event);
        }
    }

    private Map<String, Boolean> answer(Fields dialog) {
        return Map.of("accept", answers.accept(dialog.textOr("type", ""), dialog.textOr("message", "")));
    }

    void breakOff() {
        TabEvents tab = events;
        if (tab != null) {
            tab.breakOff();
        }
    }
}
