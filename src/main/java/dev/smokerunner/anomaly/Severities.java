package dev.smokerunner.anomaly;

import dev.smokerunner.anomaly.Departure.Kind;
import dev.smokerunner.result.Severity;

/** How bad a departure is if customers are served it. */
final class Severities {
    /** Three of four visitors are missing. */
    private static final double MOST = -0.75;
    /** Takes twice as long. */
    private static final double TWICE = 1;

    private static final double HALF = -0.5;

    private Severities() {}

    static Severity of(Measure measure, Kind kind, double change) {
        return switch (measure) {
            case COUNTS -> ofCounts(kind, change);
            case TIMES -> ofTimes(kind, change);
            case VALUES -> Math.abs(change) >= TWICE && kind != Kind.STUCK ? Severity.SEV3 : Severity.SEV4;
        };
    }

    private static Severity ofCounts(Kind kind, double change) {
        if (kind == Kind.STUCK) {
            return Severity.SEV4;
        }
        if (change > 0) {
            return Severity.SEV5;
        }
        if (kind == Kind.ZERO || change <= MOST) {
            return Severity.SEV2;
        }
        return kind == Kind.DRIFT || kind == Kind.STEP && change > HALF ? Severity.SEV4 : Severity.SEV3;
    }

    private static Severity ofTimes(Kind kind, double change) {
        if (kind == Kind.STUCK) {
            return Severity.SEV4;
        }
        if (change < 0) {
            return Severity.SEV5;
        }
        return change >= TWICE && kind != Kind.DRIFT ? Severity.SEV3 : Severity.SEV4;
    }
}
