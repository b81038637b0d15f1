package dev.smokerunner.observe.browser.firefox;

import dev.smokerunner.observation.Headers;
import java.util.Locale;
import java.util.Set;

/** The header by which a page, or the script of a worker, isolates itself: Cross-Origin-Embedder-Policy. */
public final class EmbedderPolicy {
    private static final Set<String> ISOLATING = Set.of("require-corp", "credentialless");

    private EmbedderPolicy() {}

    /** Whether an answer has it, and not for reports alone. */
    public static boolean isIn(Headers headers) {
        return headers.first("cross-origin-embedder-policy")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(ISOLATING::contains)
                .isPresent();
    }
}
