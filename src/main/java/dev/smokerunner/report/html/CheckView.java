package dev.smokerunner.report.html;

/**
 * One check, summed up over all pages.
 *
 * @param rating of its outcome
 * @param name of the check
 * @param outcome in one word
 * @param lookedAt how many of what
 * @param says what came of it
 */
public record CheckView(Rating rating, String name, String outcome, String lookedAt, String says) {}
