package dev.smokerunner.status;

import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.report.HtmlText;
import dev.smokerunner.report.html.Rating;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How all sites are, in a few words.
 *
 * @param rating how good that is
 * @param verdict the same in a word or two
 * @param why the same in a sentence
 */
record OverviewWords(Rating rating, String verdict, String why) {
    /** More names than this are no sentence. */
    private static final int MOST_NAMES = 4;

    /** The words for some sites, and for messages that did not arrive. */
    static OverviewWords of(List<SiteStatus> sites, Freshness freshness, int letters) {
        OverviewWords words = of(sites, freshness);
        return letters == 0
                ? words
                : new OverviewWords(
                        words.rating,
                        words.verdict,
                        words.why + " " + Words.count(letters, "message", "messages") + " did not arrive.");
    }

    private static OverviewWords of(List<SiteStatus> sites, Freshness freshness) {
        List<SiteStatus> failing = in(sites, freshness, SiteState.FAILING);
        List<SiteStatus> unclear = sites.stream()
                .filter(site -> Ratings.of(freshness.state(site)) == Rating.UNSURE)
                .toList();
        int resting = in(sites, freshness, SiteState.MAINTENANCE).size();
        if (sites.isEmpty()) {
            return new OverviewWords(Rating.CALM, "Nothing watched", "No site is watched yet.");
        }
        if (!failing.isEmpty()) {
            return new OverviewWords(
                    Rating.BAD,
                    "Failing",
                    share(failing, sites) + (failing.size() == 1 ? " fails: " : " fail: ") + names(failing) + ".");
        }
        if (!unclear.isEmpty()) {
            return new OverviewWords(
                    Rating.UNSURE,
                    "Not known",
                    "Nobody knows how " + share(unclear, sites) + " is: " + names(unclear) + ".");
        }
        String rest = resting == 0 ? "" : ", " + resting + " of them in maintenance";
        return new OverviewWords(
                Rating.GOOD, "All well", Words.count(sites.size(), "site is", "sites are") + " watched" + rest + ".");
    }

    private static List<SiteStatus> in(List<SiteStatus> sites, Freshness freshness, SiteState state) {
        return sites.stream().filter(site -> freshness.state(site) == state).toList();
    }

    private static String share(List<SiteStatus> some, List<SiteStatus> all) {
        return some.size() + " of " + Words.count(all.size(), "site", "sites");
    }

    private static String names(List<SiteStatus> sites) {
        String names = sites.stream()
                .limit(MOST_NAMES)
                .map(status -> HtmlText.text(
                        status.site().name() + " (" + status.site().environment() + ")"))
                .collect(Collectors.joining(", "));
        return sites.size() > MOST_NAMES ? names + " and " + (sites.size() - MOST_NAMES) + " more" : names;
    }
}
