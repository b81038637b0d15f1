package dev.smokerunner.status.html;

import java.util.List;

/**
 * The last day of a site in one line.
 *
 * @param bars a bar for each quarter of an hour in which somebody looked
 * @param words the same in words
 */
public record DayView(List<Bar> bars, String words) {}
