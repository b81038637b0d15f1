package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Region;
import java.util.List;
import java.util.Optional;

/**
 * What a selector matched in the rendered page when the visit ended.
 *
 * @param css the selector
 * @param matches how many elements it matched, open shadow roots included
 * @param visible how many of them could be seen
 * @param texts the visible texts of the first matches, each cut to a bounded length
 * @param invisibleBecause why the first invisible match cannot be seen, e.g. {@code display: none}; empty otherwise
 * @param inFrame whether a frame of the page has a match although the page has none
 * @param cover what lies over every visible match; absent where a visitor can get at one of them, and where nobody asked
 * @param region where the first match that can be seen, else the first, is on the page's picture; absent where it is not
 */
public record ElementSighting(
        String css,
        int matches,
        int visible,
        List<String> texts,
        String invisibleBecause,
        boolean inFrame,
        Optional<Cover> cover,
        Optional<Region> region) {

    /** Rejects null, copies lists. */
    public ElementSighting {
        requireNonNull(css);
        requireNonNull(invisibleBecause);
        requireNonNull(cover);
        requireNonNull(region);
        texts = List.copyOf(texts);
    }

    /** What has no place on the picture. */
    public ElementSighting(
            String css,
            int matches,
            int visible,
            List<String> texts,
            String invisibleBecause,
            boolean inFrame,
            Optional<Cover> cover) {
        this(css, matches, visible, texts, invisibleBecause, inFrame, cover, Optional.empty());
    }

    /** Whether something lies over it that no visitor can put away. */
    public boolean isShutOff() {
        return cover.filter(over -> !over.isClosable()).isPresent();
    }
}
