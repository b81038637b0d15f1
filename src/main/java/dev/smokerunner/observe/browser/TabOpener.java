package dev.smokerunner.observe.browser;

import dev.smokerunner.observe.browser.BidiException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Opens tabs, each with an empty profile of its own. */
final class TabOpener {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** What makes Chromium report what it has to say itself, and that a tab crashed. */
    private static final List<String> CHROMIUM_REPORTS = List.of("Log.enable", "Inspector.enable");

    private final BidiConnection connection;
    private final BrowserChoice choice;

    TabOpener(BidiConnection connection, BrowserChoice choice) {
        this.connection = connection;
        this.choice = choice;
    }

    Tab open() throws BidiException {
        String profile = call("browser.createUserContext", Map.of()).textOr("userContext", "");
        denyDownloads(profile);
        String context = call("browsingContext.create", Map.of("type", "tab", "userContext", profile))
                .textOr("context", "");
        call(
                "browsingContext.setViewport",
                Map.of("context", context, "viewport", Map.of("width", choice.width(), "height", choice.height())));
        return new Tab(profile, context, cdpSession(context));
    }

    /** Older browsers know only Chromium's own command. */
    private void denyDownloads(String profile) throws BidiException {
        try {
            call(
                    "browser.setDownloadBehavior",
                    Map.of("downloadBehavior", Map.of("type", "denied"), "userContexts", List.of(profile)));
        } catch (BidiException unknown) {
            if (unknown.kind() != Kind.REFUSED) {
                throw unknown;
            }
            Map<String, ?> deny = Map.of("behavior", "deny", "browserContextId", profile);
            call("goog:cdp.sendCommand", Map.of("method", "Browser.setDownloadBehavior", "params", deny));
        }
    }

    /** Chromium's own log tells what no standard event does; without it there is just less to tell. */
    private String cdpSession(String context) throws BidiException {
        try {
            String session =
                    call("goog:cdp.getSession", Map.of("context", context)).textOr("session", "");
            for (String method : CHROMIUM_REPORTS) {
                call("goog:cdp.sendCommand", Map.of("method", method, "session", session, "params", Map.of()));
            }
            return session;
        } catch (BidiException unknown) {
            if (unknown.kind() == Kind.REFUSED) {
                return "";
            }
            throw unknown;
        }
    }

    private Fields call(String method, Map<String, ?> params) throws BidiException {
        return connection.call(method, params, ANSWER);
    }
}
