package dev.smokerunner.canary;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.SmokeResult;
import java.util.List;

/**
 * A look at what was built.
 *
 * @param result what is wrong with it
 * @param shapes the pages that a browser rendered, in the order of the plan
 */
public record PageLook(SmokeResult result, List<PageShape> shapes) {
    /** Copies the list. */
    public PageLook {
        requireNonNull(result);
        shapes = List.copyOf(shapes);
    }
}
