package dev.smokerunner.traffic;

/** Lets so many through in each second. */
final class SecondLimit {
    private final int most;
    private long second;
    private int passed;

    SecondLimit(int most) {
        this.most = most;
    }

    /**
     * Whether one more may pass.
     *
     * @param now seconds of any clock that does not go back
     */
    synchronized boolean allows(long now) {
        if (now != second) {
            second = now;
            passed = 0;
        }
        if (passed >= most) {
            return false;
        }
        passed++;
        return true;
    }
}
