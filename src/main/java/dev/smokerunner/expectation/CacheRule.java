package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the cache headers of a kind of answer must say.
 *
 * @param written as it was written, e.g. {@code max-age>=31536000, immutable}
 * @param conditions the conditions, all of which must hold; never empty
 */
public record CacheRule(String written, List<Condition> conditions) {

    /** Copies the list; rejects a rule that everything keeps. */
    public CacheRule {
        requireNonNull(written);
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new IllegalArgumentException("a cache rule without a condition asks for nothing");
        }
    }

    /**
     * One condition on a directive of {@code Cache-Control}.
     *
     * @param directive the directive's name in lower case, e.g. {@code max-age}
     * @param comparison how its number compares
     * @param seconds with what it compares; 0 where it only has to be there
     */
    public record Condition(String directive, Comparison comparison, long seconds) {
        /** Rejects null. */
        public Condition {
            requireNonNull(directive);
            requireNonNull(comparison);
        }

        @Override
        public String toString() {
            return comparison == Comparison.PRESENT ? directive : directive + comparison.sign + seconds;
        }
    }

    /** How the number of a directive compares. */
    public enum Comparison {
        /** The directive is there; it has no number. */
        PRESENT(""),
        /** At most. */
        AT_MOST("<="),
        /** At least. */
        AT_LEAST(">="),
        /** Less. */
        LESS("<"),
        /** More. */
        MORE(">"),
        /** Exactly. */
        EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** The sign in a config; empty where there is none. */
        public String sign() {
            return sign;
        }

        /** Whether a number compares so with another; a directive that only has to be there may have any. */
        public boolean holds(long number, long other) {
            return switch (this) {
                case PRESENT -> true;
                case AT_MOST -> number <= other;
                case AT_LEAST -> number >= other;
                case LESS -> number < other;
                case MORE -> number > other;
                case EQUAL -> number == other;
            };
        }
    }

    @Override
    public String toString() {
        return written;
    }
}
