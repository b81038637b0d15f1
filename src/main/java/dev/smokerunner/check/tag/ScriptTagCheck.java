package dev.smokerunner.check.tag;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds script and style sheet tags that the page's HTML names in vain, because the tag itself is damaged.
 *
 * <p>Such a page is silent: every file is in its place, every request succeeds, and the console is empty.
 */
public record ScriptTagCheck() implements Check {
    private static final int LONGEST_TAG = 160;
    /** By which the text of a script is no longer what was written. */
    private static final Set<Kind> DAMAGING_DATA = Set.of(TagKinds.ENDED_BY_TEXT, TagKinds.UNCLOSED);

    private static final int MOST_LINES = 10;

    @Override
    public String name() {
        return "script-tag";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(name(), page.html(), html -> judge(page, html, expected));
    }

    private Judgement judge(PageObservation page, HtmlDocument html, Expectations expected) {
        // What XML's rules forbid, browsers show as an error instead of the page; what they allow, HTML's need not.
        List<TagTrouble> troubles = isXml(page) ? List.of() : troubles(page, html);
        List<UrlPattern> missing = ExpectedScripts.missing(page, html, expected.scripts());
        List<Detection> findings = new ArrayList<>();
        boolean isExplained = false;
        long working = workingScripts(html, troubles);
        for (TagTrouble trouble : troubles) {
            DetectionBuilder finding = finding(page, html, trouble, working);
            if (trouble.losesScript() && !isExplained) {
                // The damaged tag is why they are missing: one cause is one finding.
                isExplained = true;
                finding.evidence(missing.stream()
                        .map(pattern -> "the config names " + pattern + ", which no script tag loads")
                        .toList());
            }
            findings.add(finding.build());
        }
        if (!isExplained && html.cut() && !missing.isEmpty() && findings.isEmpty()) {
            return Judgement.errored(
                    name(), "only the first part of the page's HTML was read, and it does not name " + missing.get(0));
        }
        if (!isExplained) {
            missing.forEach(pattern -> findings.add(missing(page, html, pattern)));
        }
        int subjects = html.scripts().size() + expected.scripts().size();
        return Judgement.judged(name(), subjects, findings);
    }

    private static boolean isXml(PageObservation page) {
        return page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .map(BrowserRequest::headers)
                .or(() -> page.document().response().map(HttpResponse::headers))
                .filter(headers -> headers.mediaType().equals("application/xhtml+xml"))
                .isPresent();
    }

    /** The damaged tags by where they stand, each with the worst that is wrong with it, the first of that. */
    private static List<TagTrouble> troubles(PageObservation page, HtmlDocument html) {
        Map<Integer, TagTrouble> troubles = new TreeMap<>();
        Stream.of(
                        new MangledTags(html).troubles(),
                        new UnreadScripts(html).troubles(),
                        EndedScripts.troubles(html),
                        new SwallowingText(html).troubles(),
                        RepeatedAttributes.troubles(page, html),
                        LostTags.troubles(html),
                        TemplateAttributes.troubles(html),
                        TagAddresses.troubles(page, html),
                        OpenForms.troubles(html),
                        OpenContent.troubles(html),
                        MisspeltTags.troubles(page, html),
                        new PrintSheets(page, html).troubles(),
                        new UnusedScripts(html).troubles(),
                        SourceLeftovers.troubles(html),
                        RepeatedScripts.troubles(page, html),
                        UnnamedModules.troubles(page, html))
                .flatMap(List::stream)
                .forEach(trouble -> troubles.merge(
                        trouble.start(),
                        trouble,
                        (first, next) -> first.impact().isAtLeast(next.impact()) ? first : next));
        return List.copyOf(troubles.values());
    }

    private static long workingScripts(HtmlDocument html, List<TagTrouble> troubles) {
        return html.scripts().stream()
                .filter(script -> Scripts.isCode(script) && Scripts.isFilled(script))
                .filter(script -> troubles.stream()
                        .filter(trouble -> trouble.impact().isAtLeast(Severity.SEV2))
                        .noneMatch(
                                trouble -> trouble.start() == script.startTag().start()))
                .count();
    }

    private static String others(String tag, long working) {
        if (!isScript(tag)) {
            return Format.line(tag);
        }
        return working == 0 ? "no other script on the page" : working + " other scripts";
    }

    private DetectionBuilder finding(PageObservation page, HtmlDocument html, TagTrouble trouble, long working) {
        String tag = tag(html, trouble);
        Location where = Locations.of(html, trouble.start(), tag);
        int lastLine = Locations.line(
                html, html.source().substring(0, trouble.end()).stripTrailing().length());
        // A tag with a flaw may load a script all the same.
        boolean isOnly = working == 0
                && html.source().toLowerCase(Locale.ROOT).contains("<script")
                && Requests.of(page).stream()
                        .noneMatch(request -> request.kind() == BrowserRequest.Kind.SCRIPT && request.isOk());
        String none = isOnly ? "; the page loads no script at all" : "";
        return Detection.on(page.url(), name(), trouble.kind(), trouble.impact(), new Subject.Tag(tag, isScript(tag)))
                .loses(Loss.CODE)
                .message("the tag in line " + where.line() + " of " + where.file() + " " + trouble.what() + none)
                .expected("a whole tag that the browser can use")
                .actual(isOnly ? "no script on the page that a browser would run" : others(tag, working))
                .where(where)
                .evidence(trouble.evidence())
                .hint(trouble.hint())
                .said(DAMAGING_DATA.contains(trouble.kind()) ? unparsed(page, html) : List.of())
                .fault(trouble.fault())
                .reproduce(Reproduction.lines(html.url(), where.line(), Math.min(lastLine, where.line() + MOST_LINES)))
                .attempts(page.attempts());
    }

    /** What the browser says of the part of a script that is left: it names the page, or JSON without a place. */
    private static List<Quote> unparsed(PageObservation page, HtmlDocument html) {
        return Errors.of(page).stream()
                .filter(error -> error.facts(UnparsedText.class)
                        .anyMatch(text -> text.what() == UnparsedText.What.JSON
                                || error.url()
                                        .filter(html.url().toString()::equals)
                                        .isPresent()))
                .map(Errors::said)
                .toList();
    }

    private static boolean isScript(String tag) {
        return tag.regionMatches(true, 0, "<script", 0, "<script".length());
    }

    /** The tag as people quote it: what runs on to the end of the file, by its first line. */
    private static String tag(HtmlDocument html, TagTrouble trouble) {
        String text = html.source().substring(trouble.start(), trouble.end());
        boolean isDropped =
                html.dropped().isPresent() && trouble.end() == html.source().length();
        return Format.line(isDropped ? text.lines().findFirst().orElse("") : text, LONGEST_TAG);
    }

    private Detection missing(PageObservation page, HtmlDocument html, UrlPattern pattern) {
        List<String> named = html.scripts().stream()
                .filter(Scripts::isCode)
                .flatMap((HtmlElement script) -> script.attribute("src").stream())
                .map(src -> "the page names " + Format.line(src, LONGEST_TAG))
                .limit(MOST_LINES)
                .toList();
        return Detection.on(
                        page.url(),
                        name(),
                        TagKinds.EXPECTED_MISSING,
                        Severity.SEV2,
                        new Subject.Tag(pattern.toString(), true))
                .loses(Loss.CODE)
                .message("no script tag of the page names " + pattern)
                .expected("a script tag for " + pattern)
                .actual(named.isEmpty() ? "no script tag with a src" : "other script tags")
                .evidence(named)
                .hint("compare the page with its source: a build step may have removed or renamed the tag")
                .attempts(page.attempts())
                .build();
    }
}
