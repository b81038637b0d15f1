package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.CommandAnswers;
import dev.smokerunner.observe.browser.visit.CommandException;
import dev.smokerunner.observe.browser.visit.CommandException.Kind;
import dev.smokerunner.observe.browser.visit.Tab;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A tab over WebDriver BiDi.
 *
 * @param browser the way to its browser
 * @param place where it is in it
 * @param events what is told of it
 */
record BidiTab(BidiConnection browser, TabPlace place, TabEvents events) implements Tab {
    /** It takes 50 ms; longer, for a busy machine. */
    private static final Duration AFTERMATH = Duration.ofMillis(300);

    @Override
    public void navigate(URI page) {
        Map<String, String> to = Map.of("context", place.context(), "url", page.toString(), "wait", "none");
        CompletableFuture<Void> unused = browser.send("browsingContext.navigate", to)
                .handle((answer, failure) -> {
                    if (failure != null) {
                        events.refused(CommandAnswers.words(failure));
                    }
                    return null;
                });
    }

    @Override
    public Fields call(String function, List<String> arguments, Duration limit) throws CommandException {
        List<Map<String, String>> texts = arguments.stream()
                .map(text -> Map.of("type", "string", "value", text))
                .toList();
        Map<String, Object> call = Map.of(
                "functionDeclaration",
                function,
                "arguments",
                texts,
                "awaitPromise",
                true,
                "target",
                Map.of("context", place.context(), "sandbox", "smoke-runner"));
        Fields answer = answer(call, limit);
        return answer.has("exceptionDetails")
                ? new Fields(Map.of("error", answer.in("exceptionDetails").textOr("text", "no answer")))
                : answer.in("result");
    }

    /** A call into a page that crashes is refused at once, and that it crashed is told a moment later. */
    private Fields answer(Map<String, Object> call, Duration limit) throws CommandException {
        try {
            return browser.callUnless(events.end(), "script.callFunction", call, limit);
        } catch (CommandException refused) {
            if (refused.kind() == Kind.REFUSED) {
                awaitEnd();
            }
            throw refused;
        }
    }

    private void awaitEnd() {
        try {
            CommandAnswers.await(events.end(), AFTERMATH, "the end of the tab");
        } catch (CommandException goneOrThere) {
            // Whether it is gone the listener knows by now.
        }
    }

    @Override
    public byte[] picture(Duration limit) throws CommandException {
        Fields result = browser.call("browsingContext.captureScreenshot", Map.of("context", place.context()), limit);
        return Base64.getDecoder().decode(result.textOr("data", ""));
    }

    @Override
    public String body(String request, Duration limit) throws CommandException {
        Map<String, String> wanted =
                Map.of("dataType", "response", "request", events.protocolName(request), "collector", place.collector());
        Fields body = browser.call("network.getData", wanted, limit).in("bytes");
        String text = body.textOr("value", "");
        return body.textOr("type", "").equals("base64")
                ? new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8)
                : text;
    }
}
