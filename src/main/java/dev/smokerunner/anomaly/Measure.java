package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.season.Level;

/**
 * What the numbers of a series are, and so how they are compared. Numbers are learnt on a scale on which what is usual of them is
 * about as far off in a busy hour as in a quiet one.
 */
public enum Measure {
    /** Events in a minute, or in any other stretch of time that is always the same; they vary as by Poisson, or more. */
    COUNTS(0.4, 1, 10) {
        @Override
        double learnt(double value) {
            return Math.max(0, value);
        }

        @Override
        double told(double learnt) {
            return learnt;
        }

        @Override
        double at(double usual, Level level) {
            return usual * level.ratio();
        }

        /** By Anscombe: on this scale a count varies by one, however large it is. */
        @Override
        double off(double actual, double expected) {
            return 2 * (Math.sqrt(actual + 0.375) - Math.sqrt(expected + 0.375));
        }

        @Override
        double step(double actual, double expected) {
            return Math.log((actual + 0.5) / (expected + 0.5));
        }

        @Override
        double change(double step, double expected) {
            return Math.expm1(step);
        }
    },

    /** How long something took, in milliseconds; some take many times as long as others. */
    TIMES(0.5, 0.02, 20) {
        @Override
        double learnt(double value) {
            return Math.log(Math.max(LEAST_TIME, value));
        }

        @Override
        double told(double learnt) {
            return Math.exp(learnt);
        }

        @Override
        double change(double step, double expected) {
            return Math.expm1(step);
        }
    },

    /** Any other numbers. */
    VALUES(0.3, 0, 0) {
        @Override
        double learnt(double value) {
            return value;
        }

        @Override
        double told(double learnt) {
            return learnt;
        }

        @Override
        double change(double step, double expected) {
            return expected == 0 ? Math.signum(step) : step / Math.abs(expected);
        }
    };

    private static final double LEAST_TIME = 0.1;

    private final double leastChange;
    private final double leastSpread;
    private final double leastDifference;

    Measure(double leastChange, double leastSpread, double leastDifference) {
        this.leastChange = leastChange;
        this.leastSpread = leastSpread;
        this.leastDifference = leastDifference;
    }

    /** By what part something must have changed to be worth a word, unless somebody says otherwise. */
    public double leastChange() {
        return leastChange;
    }

    /** By how many events or milliseconds it must be off, however improbable that is. */
    double leastDifference() {
        return leastDifference;
    }

    /** What numbers vary at least, on the scale of {@link #off}. */
    double leastSpread() {
        return leastSpread;
    }

    /** A number on the scale on which it is learnt. */
    abstract double learnt(double value);

    /** What was learnt, as people know it. */
    abstract double told(double learnt);

    /** What is to be expected of what is usual at this time, at today's level. */
    double at(double usual, Level level) {
        return usual + level.shift();
    }

    /** How far a number, or a sum of counts, is from what was expected; on a scale on which that varies alike everywhere. */
    double off(double actual, double expected) {
        return actual - expected;
    }

    /** How far it is off on a scale on which the same change is the same distance. */
    double step(double actual, double expected) {
        return actual - expected;
    }

    /** A distance of {@link #step} as a part of what was expected: -0.5 for half of it. */
    abstract double change(double step, double expected);
}
