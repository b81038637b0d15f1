package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.LocalHosts;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a page that customers are to find and that tells search engines to leave it out, and one that is not for the public
 * and does not. Only environments of a config are judged: of a bare URL nobody said for whom it is.
 */
public record SearchEnginesCheck() implements Check {
    private static final Kind KEPT_OUT = Kind.alone("page-kept-from-search");
    private static final Kind OPEN = Kind.alone("page-open-to-search");

    private static final Set<String> ROBOTS = Set.of("robots", "googlebot", "bingbot");
    private static final Set<String> KEEPING_OUT = Set.of("noindex", "none");

    @Override
    public String name() {
        return "search-engines";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        List<Ban> bans = bans(page);
        return switch (expected.indexing()) {
            case ANY -> Judgement.skipped(name(), "nothing says whether search engines are to list the page");
            case WANTED ->
                Judgement.judged(
                        name(),
                        1,
                        bans.stream().limit(1).map(ban -> kept(page, ban)).toList());
            case UNWANTED -> unwanted(page, bans);
        };
    }

    private Judgement unwanted(PageObservation page, List<Ban> bans) {
        if (!LocalHosts.isPublic(Requests.host(page.url()))) {
            return Judgement.skipped(name(), "no search engine reaches " + Requests.host(page.url()));
        }
        if (page.html().value().isEmpty()) {
            return Judgement.ofSeen(name(), page.html(), html -> Judgement.judged(name(), 1, List.of()));
        }
        return Judgement.judged(name(), 1, bans.isEmpty() ? List.of(open(page)) : List.of());
    }

    private Detection kept(PageObservation page, Ban ban) {
        return finding(page, KEPT_OUT)
                .message("the page tells search engines to leave it out: " + ban.words())
                .expected("no noindex where customers are served")
                .actual(ban.words())
                .where(ban.where())
                .hint("remove it if it was meant for staging; a page that is to stay out can be given an impact of 5")
                .build();
    }

    private Detection open(PageObservation page) {
        return finding(page, OPEN)
                .message("search engines may list this page, which is not for the public")
                .expected("noindex in X-Robots-Tag or in a robots meta tag, or a log-in")
                .actual("neither")
                .hint("send X-Robots-Tag: noindex with everything of this environment")
                .build();
    }

    private DetectionBuilder finding(PageObservation page, Kind kind) {
        return Detection.on(page.url(), name(), kind, Severity.SEV4, page.url())
                .reproduce(Reproduction.headers(page.url()));
    }

    private static List<Ban> bans(PageObservation page) {
        List<Ban> bans = new ArrayList<>();
        for (String value : headers(page).fields().getOrDefault("x-robots-tag", List.of())) {
            if (keepsOut(value)) {
                bans.add(new Ban("X-Robots-Tag: " + Format.line(value), Optional.empty()));
            }
        }
        page.html().value().ifPresent(html -> html.elements().stream()
                .filter(SearchEnginesCheck::isBan)
                .forEach(meta -> bans.add(ban(html, meta))));
        return bans;
    }

    private static Headers headers(PageObservation page) {
        return page.document()
                .whole()
                .map(HttpAnswer.HttpResponse::headers)
                .or(() -> page.browser().value().flatMap(BrowserVisit::document).map(BrowserRequest::headers))
                .orElse(Headers.NONE);
    }

    /** Rules may be meant for one robot: {@code googlebot: noindex}. */
    private static boolean keepsOut(String header) {
        int colon = header.indexOf(':');
        String robot = colon < 0 ? "" : header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        boolean isForOne = colon >= 0
                && robot.matches("[a-z0-9_*-]+")
                && !robot.startsWith("max-")
                && !robot.equals("unavailable_after");
        return isForOne ? ROBOTS.contains(robot) && isKeepingOut(header.substring(colon + 1)) : isKeepingOut(header);
    }

    private static boolean isBan(HtmlElement element) {
        String name = element.attribute("name").orElse("").strip().toLowerCase(Locale.ROOT);
        return element.name().equals("meta")
                && ROBOTS.contains(name)
                && isKeepingOut(element.attribute("content").orElse(""));
    }

    private static boolean isKeepingOut(String rules) {
        return Arrays.stream(rules.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(KEEPING_OUT::contains);
    }

    private static Ban ban(HtmlDocument html, HtmlElement meta) {
        return new Ban(
                Format.line(meta.tag()),
                Optional.of(Locations.of(html, meta.startTag().start(), meta.tag())));
    }

    /** One word to search engines, and where it stands if it stands in the page. */
    private record Ban(String words, Optional<Location> where) {}
}
