package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.DialogAnswers;
import dev.smokerunner.observe.browser.visit.OriginHeaders;
import dev.smokerunner.observe.url.LenientUri;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one tab's profile with its frames: answers what the browser asks of it, and has the rest written down. */
final class TabContexts {
    private final BidiConnection browser;
    private final Optional<OriginHeaders> headers;
    private final DialogAnswers answers = new DialogAnswers();
    private String page = "";
    private volatile @Nullable TabEvents events;

    /**
     * Prepares for a tab.
     *
     * @param headers what to add to its requests; absent where nothing is
     */
    TabContexts(BidiConnection browser, Optional<OriginHeaders> headers) {
        this.browser = browser;
        this.headers = headers;
    }

    /** What to add to its requests; absent where nothing is. */
    Optional<OriginHeaders> headers() {
        return headers;
    }

    /** Whether a new window is the page: the first one. Others, which a page opened, are not looked at. */
    boolean isPage(String context) {
        boolean isFirst = page.isEmpty();
        if (isFirst) {
            page = context;
        } else {
            // It came to lie over the page, which draws nothing then.
            browser.tell("browsingContext.activate", Map.of("context", page));
        }
        return isFirst;
    }

    /** Tells what happens from now on. */
    void tell(TabEvents tab) {
        events = tab;
    }

    void accept(BidiEvent event) {
        Fields params = event.params();
        switch (event.method()) {
            case "browsingContext.userPromptOpened" ->
                browser.tell("browsingContext.handleUserPrompt", answer(event.context(), params));
            case "network.authRequired" ->
                browser.tell("network.continueWithAuth", Map.of("request", request(params), "action", "cancel"));
            case "network.beforeRequestSent" -> {
                if (params.flag("isBlocked")) {
                    letGo(params.in("request"));
                }
            }
            default -> {
                // Everything else only has to be written down.
            }
        }
        TabEvents tab = events;
        if (tab != null) {
            tab.accept(event);
        }
    }

    private static String request(Fields params) {
        return params.in("request").textOr("request", "");
    }

    private Map<String, Object> answer(String context, Fields dialog) {
        boolean accept = answers.accept(dialog.textOr("type", ""), dialog.textOr("message", ""));
        return Map.of("context", context, "accept", accept);
    }

    /** Lets a request go that was held up for its headers. */
    private void letGo(Fields request) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("request", request.textOr("request", ""));
        headers.filter(added -> added.areFor(LenientUri.of(request.textOr("url", ""))))
                .ifPresent(added -> params.put("headers", fields(added, request)));
        browser.tell("network.continueRequest", params);
    }

    private static List<Map<String, Object>> fields(OriginHeaders added, Fields request) {
        List<Map.Entry<String, String>> sent = request.list("headers").stream()
                .map(field ->
                        Map.entry(field.textOr("name", ""), field.in("value").textOr("value", "")))
                .toList();
        return added.addedTo(sent).stream()
                .map(field -> Map.<String, Object>of(
                        "name", field.getKey(), "value", Map.of("type", "string", "value", field.getValue())))
                .toList();
    }

    void breakOff() {
        TabEvents tab = events;
        if (tab != null) {
            tab.breakOff();
        }
    }
}
