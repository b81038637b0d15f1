package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Fact;
import dev.smokerunner.report.html.Rating;
import java.util.List;

/**
 * The page of one site. What there is not is empty.
 *
 * @param rating how it is
 * @param state how it is, in a word
 * @param severity as people say it
 * @param site its name and environment
 * @param why the same in a sentence
 * @param facts what is known of it
 * @param findings what its last round found
 * @param picture the address of its last picture
 * @param pictureWords when that was taken
 * @param day its last day
 * @param chart its response times
 * @param isMonth whether the chart is that of a month, and not of a day
 * @param link to this page
 * @param badge the address of its badge
 * @param incidents its last incidents
 * @param rounds its last rounds
 */
public record SiteView(
        Rating rating,
        String state,
        String severity,
        String site,
        String why,
        List<Fact> facts,
        List<FindingLine> findings,
        String picture,
        String pictureWords,
        DayView day,
        ChartView chart,
        boolean isMonth,
        String link,
        String badge,
        List<IncidentLine> incidents,
        List<RoundLine> rounds) {}
