package dev.smokerunner.check.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an answer's header fields say about the cache that it came through.
 *
 * @param cache the cache's name, e.g. {@code CloudFront}; {@code a cache} where it does not say
 * @param origin where the answer was made, for one of another make than the cache; empty where it does not say
 * @param kind whether it was kept
 * @param age how long the answer had been kept; absent where it does not say
 * @param quoted the header fields that say so, e.g. {@code X-Cache: HIT}
 */
public record CacheNews(String cache, String origin, Kind kind, Optional<Duration> age, List<String> quoted) {

    /** Copies the list. */
    public CacheNews {
        quoted = List.copyOf(quoted);
    }

    /** Whether an answer was kept by the cache. */
    enum Kind {
        /** It was kept. */
        HIT,
        /** It was kept, and is one that says that something is missing. */
        NEGATIVE_HIT,
        /** It was kept longer than it may, because no better one was to be had. */
        STALE,
        /** It was asked for behind the cache. */
        MISS,
        /** The cache made it itself, because it got no good one, or kept the bad one. */
        ERROR,
        /** The cache refused the request. */
        DENIED,
        /** The answer does not say. */
        UNKNOWN
    }

    /** Whether it came out of the cache. */
    public boolean isKept() {
        return kind == Kind.HIT || kind == Kind.NEGATIVE_HIT || kind == Kind.STALE || isOld();
    }

    private boolean isOld() {
        return kind != Kind.MISS && age.filter(time -> !time.isZero()).isPresent();
    }

    /**
     * What it means for something that is not served as it should be.
     *
     * @param what what was asked for: the file, the page
     */
    public String onTrouble(String what) {
        if (isKept()) {
            return cache + " has kept this answer" + since() + said() + ": purge the URL; the origin may have the "
                    + what + " by now";
        }
        return switch (kind) {
            case ERROR -> cache + " passes on an error of its origin, or keeps one" + said();
            case DENIED -> cache + " itself refuses the request" + said();
            case MISS -> "the origin behind " + cache + " answers so" + said() + ": purging helps nothing";
            case HIT, NEGATIVE_HIT, STALE, UNKNOWN -> "it comes from " + origin + said();
        };
    }

    /** What it means for a page; empty where it says nothing of use. */
    public Optional<String> onPage() {
        return isKept()
                ? Optional.of("the page is from " + cache
                        + age().map(time -> ", " + seconds(time) + " old").orElse("") + said()
                        + ": it may be the page of the release before")
                : Optional.empty();
    }

    /** Whether it is worth a line about a trouble. */
    public boolean isTelling() {
        return kind != Kind.UNKNOWN || isKept() || !origin.isEmpty();
    }

    private String since() {
        return age.filter(time -> !time.isZero())
                .map(time -> " for " + seconds(time))
                .orElse("");
    }

    private String said() {
        return " (" + String.join(", ", quoted) + ")";
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }
}
