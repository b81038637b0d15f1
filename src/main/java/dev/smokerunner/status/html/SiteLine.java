package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Rating;
import java.util.List;

/**
 * A site in the list of all. What there is not is empty.
 *
 * @param rating how it is
 * @param state how it is, in a word
 * @param severity as people say it
 * @param name its name
 * @param environment its environment
 * @param link to its page
 * @param since since when it is so
 * @param day its last day
 * @param availability of 30 days
 * @param time how long its page took last
 * @param findings the first words of what is wrong
 * @param picture the address of its last picture
 * @param pictureWords when that was taken
 */
public record SiteLine(
        Rating rating,
        String state,
        String severity,
        String name,
        String environment,
        String link,
        String since,
        DayView day,
        String availability,
        String time,
        List<String> findings,
        String picture,
        String pictureWords) {}
