package dev.smokerunner.observe.browser.bidi;

import dev.smokerunner.observe.browser.firefox.FirefoxError;
import dev.smokerunner.observe.browser.visit.CommandAnswers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Asks Firefox whether it could undo the encoding of an answer: of one that it could not it reports that it came whole, and the
 * page gets nothing of it. Only who asks for the bytes hears of it.
 *
 * @param browser the way to it
 * @param place the tab
 */
record EncodedBodies(BidiConnection browser, TabPlace place) {
    /**
     * Asks.
     *
     * @param request the protocol's name for the request
     * @param then is told what is wrong; nothing where the bytes are there, or nothing is known of them
     */
    void ask(String request, Consumer<Optional<FirefoxError>> then) {
        CompletableFuture<Void> unused = browser.send(
                        "network.getData",
                        Map.of("dataType", "response", "request", request, "collector", place.collector()))
                .handle((body, failure) -> {
                    then.accept(
                            failure == null ? Optional.empty() : FirefoxError.ofBody(CommandAnswers.words(failure)));
                    return null;
                });
    }
}
