package dev.smokerunner.result;

/**
 * How bad something is, from {@link #SEV1} (the service is unavailable) to {@link #SEV5} (unexpected, inside the team).
 *
 * <p>The same scale serves as <em>impact</em> (the severity it has if customers are served this) and as
 * <em>severity</em> (the impact after the {@link Audience} capped it).
 */
public enum Severity {
    /** The service is completely unavailable; customers are affected. */
    SEV1(1, "the service is completely unavailable, and customers are affected"),
    /** A main function is unavailable for some, or a minor function for most. */
    SEV2(2, "a main function is unavailable for some, or a minor function for most"),
    /** An unimportant function fails; visible from outside, little effect. */
    SEV3(3, "an unimportant function fails, visible from outside and with little effect"),
    /** No noticeable effect; visible only inside. */
    SEV4(4, "no noticeable effect, visible only inside"),
    /** Unexpected, only inside the team. */
    SEV5(5, "unexpected, only inside the team");

    private final int level;
    private final String meaning;

    Severity(int level, String meaning) {
        this.level = level;
        this.meaning = meaning;
    }

    /**
     * The severity of a level.
     *
     * @param level 1 to 5
     * @throws IllegalArgumentException for any other number
     */
    public static Severity of(int level) {
        if (level < 1 || level > 5) {
            throw new IllegalArgumentException("a severity is 1 to 5, got " + level);
        }
        return values()[level - 1];
    }

    /** The number people say: 1 to 5. */
    public int level() {
        return level;
    }

    /** The definition, in half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether this is as bad as {@code other} or worse. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** The worse of the two. */
    public Severity worseOf(Severity other) {
        return isAtLeast(other) ? this : other;
    }

    /** The milder of the two. */
    public Severity milderOf(Severity other) {
        return isAtLeast(other) ? other : this;
    }
}
