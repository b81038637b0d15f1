package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * An asset that a page loaded.
 *
 * @param url its URL; hostile, as all page text is
 * @param role what it is for, e.g. {@code script}
 * @param bytes how many bytes of body came over the wire; 0 where that is not known
 */
public record LoadedAsset(URI url, String role, long bytes) {

    /** Rejects null. */
    public LoadedAsset {
        requireNonNull(url);
        requireNonNull(role);
    }

    /** A copy with each text mapped; the role is a name of ours. */
    LoadedAsset mapTexts(UnaryOperator<String> operation) {
        return new LoadedAsset(new TextMapping(operation).of(url), role, bytes);
    }
}
