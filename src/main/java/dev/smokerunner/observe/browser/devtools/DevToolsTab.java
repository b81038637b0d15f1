package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.CommandAnswers;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.Tab;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A tab over the DevTools protocol.
 *
 * @param place where it is in the browser
 * @param events what is told of it
 */
record DevToolsTab(TabPlace place, TabEvents events) implements Tab {
    /** The quick way to pack a PNG takes a tenth of the time, and a few kilobytes more. */
    private static final Map<String, ?> PICTURE = Map.of("format", "png", "optimizeForSpeed", true);

    /** Does not wait for the answer, which comes no sooner than the page's first bytes. */
    @Override
    public void navigate(URI page) {
        CompletableFuture<Void> unused = place.session()
                .send("Page.navigate", Map.of("url", page.toString()))
                .handle((answer, failure) -> {
                    if (failure != null) {
                        events.refused(CommandAnswers.words(failure));
                    } else {
                        answer.text("errorText").ifPresent(events::refused);
                    }
                    return null;
                });
    }

    @Override
    public Fields call(String function, List<String> arguments, Duration limit) throws CommandException {
        long deadline = System.nanoTime() + limit.toNanos();
        Map<String, Object> world = Map.of("frameId", place.frame(), "worldName", "smoke-runner");
        long context = place.session()
                .callUnless(events.end(), "Page.createIsolatedWorld", world, limit)
                .number("executionContextId");
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("functionDeclaration", function);
        call.put("executionContextId", context);
        call.put(
                "arguments",
                arguments.stream().map(text -> Map.of("value", text)).toList());
        call.put("awaitPromise", true);
        call.put("returnByValue", true);
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        Fields result = place.session().callUnless(events.end(), "Runtime.callFunctionOn", call, left);
        return result.has("exceptionDetails")
                ? new Fields(Map.of("error", result.in("exceptionDetails").textOr("text", "no answer")))
                : result.in("result");
    }

    @Override
    public byte[] picture(Duration limit) throws CommandException {
        Fields result = place.session().call("Page.captureScreenshot", PICTURE, limit);
        return Base64.getDecoder().decode(result.textOr("data", ""));
    }

    @Override
    public String body(String request, Duration limit) throws CommandException {
        Fields body = place.session().call("Network.getResponseBody", Map.of("requestId", request), limit);
        String text = body.textOr("body", "");
        return body.flag("base64Encoded")
                ? new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8)
                : text;
    }
}
