package dev.smokerunner.report.html;

/**
 * One check, summed up over all pages.
 *
 * @param mood of its outcome
 * @param name of the check
 * @param outcome in one word
 * @param lookedAt how many of what
 * @param says what came of it
 */
public record CheckView(Mood mood, String name, String outcome, String lookedAt, String says) {}
