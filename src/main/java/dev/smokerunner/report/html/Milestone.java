package dev.smokerunner.report.html;

/**
 * A time of a page that the waterfall shows as a line.
 *
 * @param kind its class in the style sheet
 * @param name what it is, and when
 * @param at where it is, in thousandths of the width
 */
public record Milestone(String kind, String name, int at) {}
