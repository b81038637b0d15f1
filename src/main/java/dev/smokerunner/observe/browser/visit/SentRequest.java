package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest.Kind;
import java.net.URI;
import java.util.Optional;

/**
 * A request that left the browser.
 *
 * @param id the browser's name for it
 * @param url where to
 * @param method the HTTP method
 * @param kind what it is for
 * @param inFrame whether a frame asked
 * @param initiator who asked; absent where the browser does not say
 * @param began when, in milliseconds of the browser's clock
 * @param asking how it was asked for
 */
public record SentRequest(
        String id,
        URI url,
        String method,
        Kind kind,
        boolean inFrame,
        Optional<String> initiator,
        long began,
        Asking asking) {}
