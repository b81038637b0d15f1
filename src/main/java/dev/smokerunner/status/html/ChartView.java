package dev.smokerunner.status.html;

import java.util.List;

/**
 * Response times over time, in a picture of 1000 by 240.
 *
 * @param words the same in words
 * @param lines one for each phase, the longest first
 * @param marks releases
 * @param troubles incidents
 * @param scale the times at the grid's lines, from above
 * @param hours the labels below, from the left
 */
public record ChartView(
        String words,
        List<Line> lines,
        List<Mark> marks,
        List<Trouble> troubles,
        List<String> scale,
        List<String> hours) {

    /** Whether there is anything to see. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /**
     * A phase.
     *
     * @param look its class in the style sheet
     * @param name its name
     * @param latest how long it took last
     * @param path the way of the pen
     */
    public record Line(String look, String name, String latest, String path) {}

    /**
     * A release.
     *
     * @param at where it is
     * @param name what it is called
     * @param time when it was
     */
    public record Mark(int at, String name, String time) {}

    /**
     * An incident.
     *
     * @param from where it begins
     * @param width how far it goes
     */
    public record Trouble(int from, int width) {}
}
