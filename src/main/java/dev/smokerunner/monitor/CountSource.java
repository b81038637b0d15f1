package dev.smokerunner.monitor;

import dev.smokerunner.anomaly.Point;
import java.time.Instant;
import java.util.List;

/** What was counted of sites' visitors, by the minute. */
public interface CountSource {
    /** Nothing is counted. */
    CountSource NONE = new CountSource() {
        @Override
        public List<Counted> of(String site) {
            return List.of();
        }

        @Override
        public List<Point> counts(String site, Counted counted, Instant after, Instant until) {
            return List.of();
        }
    };

    /**
     * Something that is counted.
     *
     * @param what views or requests
     * @param group the name of a group of pages; empty for all that belongs to none
     */
    record Counted(String what, String group) {}

    /** What is counted of a site. */
    List<Counted> of(String site);

    /**
     * A number for each minute that was counted, 0 where nobody came; none for a minute of which nothing is known.
     *
     * @param after minutes after that one
     * @param until and before that moment
     */
    List<Point> counts(String site, Counted counted, Instant after, Instant until);
}
