package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.Rating;
import java.util.List;

/**
 * The page of one incident.
 *
 * @param rating whether it is open
 * @param state whether it is open, in a word
 * @param severity as people say it
 * @param site whose it is
 * @param siteLink to the page of the site
 * @param title what is wrong
 * @param facts what is known of it
 * @param steps what happened, the first first
 */
public record IncidentView(
        Rating rating,
        String state,
        String severity,
        String site,
        String siteLink,
        String title,
        List<Fact> facts,
        List<StepView> steps) {}
