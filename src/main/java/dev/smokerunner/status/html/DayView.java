package dev.smokerunner.status.html;

import java.util.List;

/**
 * The last day of a site in one line, in a picture of 960 by 20.
 *
 * @param bars a bar for each quarter of an hour in which somebody looked
 * @param words the same in words
 */
public record DayView(List<Bars> bars, String words) {

    /**
     * All bars that look alike.
     *
     * @param look their class in the style sheet: good, bad, unsure or calm
     * @param path the way around them
     */
    public record Bars(String look, String path) {}
}
