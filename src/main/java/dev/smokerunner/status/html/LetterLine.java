package dev.smokerunner.status.html;

/**
 * A message that did not arrive.
 *
 * @param channel where it should have gone
 * @param site what it is about
 * @param link to the incident; empty where it is about none
 * @param at when it was decided
 * @param tries how often it was tried, in words
 * @param trouble why it did not arrive
 */
public record LetterLine(String channel, String site, String link, String at, String tries, String trouble) {}
