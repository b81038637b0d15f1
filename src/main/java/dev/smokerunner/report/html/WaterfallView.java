package dev.smokerunner.report.html;

import java.util.List;

/**
 * The requests of a visit over time.
 *
 * @param scale how long the whole width is
 * @param left how many requests are not shown
 * @param milestones the times of the page
 * @param rows the requests, in the order in which they began
 */
public record WaterfallView(String scale, String left, List<Milestone> milestones, List<RequestView> rows) {}
