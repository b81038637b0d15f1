package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

/**
 * What lies over an element so that a visitor cannot get at it, wherever the page is scrolled to.
 *
 * <p>Found by hit tests at the element's centre and half way to its corners. What lets clicks through is not found by them:
 * that is decoration far more often than it hides anything.
 *
 * @param by its name in the manner of a selector, e.g. {@code div#loading}; hostile, as all page text is
 * @param text the start of what a person can read on it
 * @param isOpaque whether it hides the element; otherwise it only takes the clicks
 * @param isClosable whether it has a button that a visitor can press, as the dialogs for a consent have
 */
public record Cover(String by, String text, boolean isOpaque, boolean isClosable) {

    /** Rejects null. */
    public Cover {
        requireNonNull(by);
        requireNonNull(text);
    }
}
