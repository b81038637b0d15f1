package dev.smokerunner.traffic.log;

/**
 * What came of the lines of logs.
 *
 * @param lines how many there were that tell of a request, or should
 * @param counted requests that are of a watched site; of two sites, twice
 * @param elsewhere requests that are of none
 * @param robots requests of Smoke Runner itself, which are not counted
 * @param strange lines that nobody understands
 * @param old requests that are older than what is kept, or of a time that is yet to come
 */
public record LogSummary(long lines, long counted, long elsewhere, long robots, long strange, long old) {
    /** No line. */
    public static final LogSummary NONE = new LogSummary(0, 0, 0, 0, 0, 0);

    /** These and those. */
    public LogSummary and(LogSummary other) {
        return new LogSummary(
                lines + other.lines,
                counted + other.counted,
                elsewhere + other.elsewhere,
                robots + other.robots,
                strange + other.strange,
                old + other.old);
    }
}
