package dev.smokerunner.status.html;

import dev.smokerunner.report.html.Rating;
import java.util.List;

/**
 * The first page.
 *
 * @param rating how all is
 * @param verdict how all is, in a word or two
 * @param why the same in a sentence
 * @param at when this was so
 * @param open the incidents that are not over
 * @param sites all sites, those with trouble first
 * @param past the last incidents that are over
 * @param letters messages that did not arrive
 * @param runners who watches
 */
public record OverviewView(
        Rating rating,
        String verdict,
        String why,
        String at,
        List<IncidentLine> open,
        List<SiteLine> sites,
        List<IncidentLine> past,
        List<LetterLine> letters,
        List<RunnerLine> runners) {}
