package dev.smokerunner.alert;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** What came of one try to deliver an alert. */
public sealed interface Delivery {
    /** What came of it, for people. */
    String words();

    /**
     * The other side took it.
     *
     * @param trouble who did not get it, and why; absent where everybody did
     */
    record Delivered(Optional<String> trouble) implements Delivery {
        /** Rejects null. */
        public Delivered {
            requireNonNull(trouble);
        }

        /** Everybody got it. */
        public Delivered() {
            this(Optional.empty());
        }

        @Override
        public String words() {
            return "taken" + trouble.map(why -> " (" + why + ")").orElse("");
        }
    }

    /**
     * It may arrive if it is sent again later: the other side is overloaded, broken, or not there.
     *
     * @param reason what went wrong
     * @param after how long the other side wants to be left alone; absent where it did not say
     */
    record Delayed(String reason, Optional<Duration> after) implements Delivery {
        /** Rejects null. */
        public Delayed {
            requireNonNull(reason);
            requireNonNull(after);
        }

        @Override
        public String words() {
            return "not taken now (" + reason + ")";
        }
    }

    /**
     * The other side does not want it, and would not want it again.
     *
     * @param reason what it said
     */
    record Refused(String reason) implements Delivery {
        /** Rejects null. */
        public Refused {
            requireNonNull(reason);
        }

        @Override
        public String words() {
            return "refused (" + reason + ")";
        }
    }
}
