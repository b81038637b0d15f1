package dev.smokerunner.report.html;

/**
 * A place on a picture, in thousandths of it.
 *
 * @param left from the left edge
 * @param top from the upper edge
 * @param width how wide
 * @param height how high
 */
public record Mark(int left, int top, int width, int height) {}
