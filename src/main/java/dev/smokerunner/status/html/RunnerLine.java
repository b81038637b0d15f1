package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Rating;

/**
 * A monitor that works on the history.
 *
 * @param rating how it is
 * @param state how it is, in words
 * @param host the machine that it runs on, or what else it is known by
 * @param location from where it looks; empty where it has no name for that
 * @param seen when it was seen last
 * @param rounds how many rounds it finished
 * @param since when it began
 */
public record RunnerLine(
        Rating rating, String state, String host, String location, String seen, String rounds, String since) {}
