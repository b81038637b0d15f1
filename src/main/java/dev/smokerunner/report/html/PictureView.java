package dev.smokerunner.report.html;

import java.util.List;

/**
 * A picture of a page.
 *
 * @param rating how the page was
 * @param source its address
 * @param alternative what it is, for those who do not see it
 * @param caption what it shows
 * @param width in pixels
 * @param height in pixels
 * @param marks the places of elements in trouble
 */
public record PictureView(
        Rating rating, String source, String alternative, String caption, int width, int height, List<Mark> marks) {}
