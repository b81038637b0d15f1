package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Rating;

/**
 * A finding in a list. What there is not is empty.
 *
 * @param rating whether it fails the site
 * @param severity as people say it
 * @param check that found it
 * @param kind what was found
 * @param message what is wrong
 * @param place where it stands
 * @param hint what to do
 */
public record FindingLine(
        Rating rating, String severity, String check, String kind, String message, String place, String hint) {}
