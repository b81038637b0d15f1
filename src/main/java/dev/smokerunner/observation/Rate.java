package dev.smokerunner.observation;

/**
 * How often something failed that comes and goes: that failed, was good, and failed again.
 *
 * @param failed how many answers were bad
 * @param asked how many there were in all
 */
public record Rate(int failed, int asked) {
    /** One bad answer is a hiccup; twice is what visitors will meet again. */
    private static final int WORTH_KNOWING = 2;

    /** Rejects what cannot be. */
    public Rate {
        if (failed < 0 || failed > asked) {
            throw new IllegalArgumentException(failed + " of " + asked);
        }
    }

    /** Whether it is no single hiccup. */
    public boolean isWorthKnowing() {
        return failed >= WORTH_KNOWING;
    }

    @Override
    public String toString() {
        return failed + " of " + asked + " answers failed";
    }
}
