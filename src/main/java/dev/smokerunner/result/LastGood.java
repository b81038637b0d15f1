package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A page as an earlier run saw it, which passed.
 *
 * @param seenAt when that run began
 * @param screenshot what the page looked like; absent where its picture is not there any more
 * @param elements the elements that were required then
 */
public record LastGood(Instant seenAt, Optional<Screenshot> screenshot, List<ElementResult> elements) {

    /** Copies the list. */
    public LastGood {
        requireNonNull(seenAt);
        requireNonNull(screenshot);
        elements = List.copyOf(elements);
    }

    /** The same without its picture, for a reader who could not find it. */
    public LastGood withoutScreenshot() {
        return new LastGood(seenAt, Optional.empty(), elements);
    }

    /** A copy with each text mapped. */
    LastGood mapTexts(UnaryOperator<String> operation) {
        return new LastGood(
                seenAt,
                screenshot,
                elements.stream().map(element -> element.mapTexts(operation)).toList());
    }
}
