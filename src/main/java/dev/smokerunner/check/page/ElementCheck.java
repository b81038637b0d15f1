package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds required elements that are not there as they should be, forbidden ones that are, and a wrong title. */
public record ElementCheck() implements Check {
    private static final Kind WRONG_TITLE = ElementTrouble.wrong("title-wrong");
    private static final Kind BEHIND_DIALOG = ElementTrouble.wrong("element-behind-dialog");
    private static final Kind FORBIDDEN = ElementTrouble.wrong("element-forbidden");

    private static final int SHOWN_TEXT = 160;

    @Override
    public String name() {
        return "element";
    }

    @Override
    public boolean isAboutTheLook() {
        return true;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        if (subjects(expected) == 0) {
            return Judgement.skipped(name(), "no element and no title is asked for");
        }
        return Judgement.ofSeen(
                name(),
                page.browser(),
                visit -> Judgement.ofSeen(name(), visit.rendered(), shown -> judge(page, visit, shown, expected)));
    }

    private Judgement judge(PageObservation page, BrowserVisit visit, RenderedPage shown, Expectations expected) {
        List<Detection> findings = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        expected.title()
                .filter(title -> !title.isIn(shown.title()))
                .ifPresent(title -> findings.add(wrongTitle(page, shown, title)));
        for (RequiredElement required : expected.required()) {
            Optional<ElementSighting> sighting = sighting(visit, required.css());
            sighting.ifPresentOrElse(
                    seen -> ElementTrouble.of(required, seen)
                            .map(trouble -> finding(page, shown, required, trouble))
                            .or(() -> behindADialog(page, shown, required, seen))
                            .ifPresent(findings::add),
                    () -> unseen.add(required.css()));
        }
        for (String css : expected.forbidden()) {
            sighting(visit, css)
                    .ifPresentOrElse(
                            seen -> forbidden(page, shown, seen).ifPresent(findings::add), () -> unseen.add(css));
        }
        if (findings.isEmpty() && !unseen.isEmpty()) {
            return Judgement.errored(name(), "the browser did not say whether the page has " + unseen.get(0));
        }
        return Judgement.judged(name(), subjects(expected), findings);
    }

    private static int subjects(Expectations expected) {
        return expected.required().size()
                + expected.forbidden().size()
                + (expected.title().isPresent() ? 1 : 0);
    }

    private static Optional<ElementSighting> sighting(BrowserVisit visit, String css) {
        return visit.elements().stream().filter(seen -> seen.css().equals(css)).findFirst();
    }

    private Detection wrongTitle(PageObservation page, RenderedPage shown, TextPattern title) {
        boolean isNone = shown.title().isBlank();
        return about(page, shown, WRONG_TITLE, "title", Severity.SEV2)
                .message((isNone
                                ? "the page has no title"
                                : "the page's title is \"" + Format.line(shown.title()) + "\"")
                        + ", and should have one with " + title)
                .expected("a title with " + title)
                .actual(isNone ? "no title" : Format.line(shown.title()))
                .build();
    }

    private Detection finding(
            PageObservation page, RenderedPage shown, RequiredElement required, ElementTrouble trouble) {
        return about(page, shown, trouble.kind(), required.css(), required.impact())
                .message("the required element " + required.css() + " " + trouble.message())
                .expected(trouble.expected())
                .actual(trouble.actual())
                .build();
    }

    /** What a visitor can put away with one click, such as the question for a consent, is as it should be, and said. */
    private Optional<Detection> behindADialog(
            PageObservation page, RenderedPage shown, RequiredElement required, ElementSighting seen) {
        return seen.cover().filter(cover -> required.visible()).map(cover -> about(
                        page, shown, BEHIND_DIALOG, required.css(), Severity.SEV4)
                .message("the required element " + required.css() + " is there, but " + ElementTrouble.over(cover)
                        + " until the visitor presses a button of it")
                .expected("an element that visitors can get at")
                .actual(cover.text().isBlank() ? "covered" : "covered by \"" + Format.line(cover.text()) + "\"")
                .build());
    }

    private Optional<Detection> forbidden(PageObservation page, RenderedPage shown, ElementSighting seen) {
        if (seen.visible() == 0) {
            return Optional.empty();
        }
        String text = seen.texts().stream().findFirst().map(Format::line).orElse("");
        return Optional.of(about(page, shown, FORBIDDEN, seen.css(), Severity.SEV2)
                .message("the forbidden element " + seen.css() + " is there")
                .expected("nothing visible that matches")
                .actual(seen.visible() + " visible" + (text.isBlank() ? "" : ": \"" + text + "\""))
                .build());
    }

    private DetectionBuilder about(
            PageObservation page, RenderedPage shown, Kind kind, String subject, Severity impact) {
        String text = Format.line(shown.visibleText(), SHOWN_TEXT);
        return Detection.on(page.url(), name(), kind, impact, new Subject.Element(subject))
                .misses(ElementTrouble.misses(kind))
                .evidence(List.of(text.isBlank() ? "the page shows no text" : "the page shows: \"" + text + "\""))
                .attempts(page.attempts());
    }
}
