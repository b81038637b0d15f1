package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import dev.smokerunner.observe.browser.visit.Asking.Caller;
import dev.smokerunner.observe.browser.visit.InjectedScripts;
import dev.smokerunner.observe.url.LenientUri;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which code made a call, as the page tells: the protocol does not say who asked.
 *
 * @param url where the call goes
 * @param callers the places of the code, the innermost first
 */
record CallStack(URI url, List<Caller> callers) {
    /** What the page calls to tell of a call; its script takes the name away before the page's own scripts run. */
    static final String BINDING = "smokeRunnerCalls";

    /** Runs in each document before the page's own scripts. */
    static final String SCRIPT = InjectedScripts.read(CallStack.class, "calls.js");

    /** A line of Firefox's stacks: {@code name@url:line:column}, which count from 1; code of ours has no address of the web. */
    private static final Pattern FRAME =
            Pattern.compile("@(https?://\\S{1,2000}?):(\\d{1,9}):(\\d{1,9})$", Pattern.MULTILINE);

    /** The page told of a call; empty where that is no news of one. */
    static Optional<CallStack> read(String payload) {
        Fields call = WireJson.read(payload).orElse(new Fields(Map.of()));
        return call.text("url").map(url -> new CallStack(LenientUri.of(url), callers(call.textOr("stack", ""))));
    }

    private static List<Caller> callers(String stack) {
        return FRAME.matcher(stack).results().map(CallStack::caller).toList();
    }

    /** Firefox counts from 1. */
    private static Caller caller(MatchResult frame) {
        return new Caller(frame.group(1), Integer.parseInt(frame.group(2)) - 1, Integer.parseInt(frame.group(3)) - 1);
    }
}
