package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Rating;

/**
 * An incident in a list.
 *
 * @param rating whether it is open
 * @param severity as people say it, e.g. {@code Sev 2}
 * @param site whose it is
 * @param title what is wrong
 * @param link to its page
 * @param times since when, and until when
 */
public record IncidentLine(Rating rating, String severity, String site, String title, String link, String times) {}
