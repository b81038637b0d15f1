package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How the pages and the assets that they named stood while an upload went on.
 *
 * @param watched how long was watched
 * @param samples the looks, oldest first
 */
public record UploadSighting(Duration watched, List<Sample> samples) {

    /** Copies the list. */
    public UploadSighting {
        requireNonNull(watched);
        samples = List.copyOf(samples);
    }

    /**
     * One look.
     *
     * @param at when it began, from the start of the watching
     * @param missing what a page named, or the page itself, and what did not answer well; empty where all was there
     */
    public record Sample(Duration at, List<URI> missing) {
        /** Copies the list. */
        public Sample {
            requireNonNull(at);
            missing = List.copyOf(missing);
        }
    }
}
