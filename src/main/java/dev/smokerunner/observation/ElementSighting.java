package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a selector matched in the rendered page when the visit ended.
 *
 * @param css the selector
 * @param matches how many elements it matched, open shadow roots included
 * @param visible how many of them could be seen
 * @param texts the visible texts of the first matches, each cut to a bounded length
 * @param invisibleBecause why the first invisible match cannot be seen, e.g. {@code display: none}; empty otherwise
 * @param inFrame whether a frame of the page has a match although the page has none
 */
public record ElementSighting(
        String css, int matches, int visible, List<String> texts, String invisibleBecause, boolean inFrame) {

    /** Rejects null, copies lists. */
    public ElementSighting {
        requireNonNull(css);
        requireNonNull(invisibleBecause);
        texts = List.copyOf(texts);
    }
}
