package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Rating;

/**
 * One look in a list.
 *
 * @param rating what came of it
 * @param at when it began
 * @param verdict what came of it, in words
 * @param place from where; empty where it has no name
 * @param took how long the look took
 * @param ready how long the page took
 */
public record RoundLine(Rating rating, String at, String verdict, String place, String took, String ready) {}
