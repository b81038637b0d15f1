package dev.smokerunner.check.text;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds placeholders that were never filled in, in the settings that a page loads and in what it shows to visitors. */
public final class UnfilledTexts {
    private static final Kind UNFILLED = Kind.cause("setting-unfilled");
    private static final Kind SHOWN = Kind.cause("placeholder-shown");
    /** The same where code of the page should fill it in, and trips over code that it lacks. */
    private static final Kind LEFT_BY_CODE = Kind.lack("template-shown", "template that visitors see");

    private static final Set<Loss> CODE_TO_FILL_IN =
            EnumSet.of(Loss.CODE, Loss.START, Loss.REST_OF_SCRIPT, Loss.AWAITED_CODE);

    private static final String HINT = "the step that fills it in did not run, or does not know the name: look at the"
            + " container's start script or the release's last step, and at the variables that it gets";
    private static final int MOST_LINES = 10;
    private static final int LONGEST_TEXT = 120;

    private final String check;
    private final PageObservation page;

    private UnfilledTexts(String check, PageObservation page) {
        this.check = check;
        this.page = page;
    }

    /**
     * What was never filled in: settings first, since what is shown follows from them.
     *
     * @param check the name of the check that tells it
     */
    public static List<Detection> of(String check, PageObservation page) {
        UnfilledTexts texts = new UnfilledTexts(check, page);
        List<Detection> findings = new ArrayList<>();
        for (Settings settings : Settings.of(page)) {
            findings.add(texts.finding(settings));
        }
        return findings.isEmpty() ? texts.shown().stream().toList() : findings;
    }

    private Detection finding(Settings settings) {
        List<String> used = used(settings);
        String names = String.join(
                ", ",
                settings.unfilled().stream()
                        .map(Placeholder::name)
                        .distinct()
                        .limit(MOST_LINES)
                        .toList());
        DetectionBuilder finding = Detection.on(
                        page.url(), check, UNFILLED, used.isEmpty() ? Severity.SEV3 : Severity.SEV2, settings.url())
                .message(Locations.file(settings.url()) + " still has placeholders where the values of " + names
                        + " should be")
                .expected("values for " + names)
                .actual(Format.line(settings.unfilled().get(0).text(), LONGEST_TEXT))
                .where(where(settings))
                .hint(HINT)
                .fault(Placeholder.FAULT)
                .reproduce(Reproduction.mentions(
                        settings.url(), settings.unfilled().get(0).name()))
                .attempts(page.attempts());
        finding.evidence(settings.unfilled().stream()
                .map(Placeholder::text)
                .limit(MOST_LINES)
                .toList());
        return finding.evidence(used).build();
    }

    private Optional<Location> where(Settings settings) {
        return settings.script().flatMap(script -> page.html()
                .value()
                .map(html -> Locations.of(html, script.startTag().start(), script.tag())));
    }

    /** The requests that were made with what was not filled in. */
    private List<String> used(Settings settings) {
        List<String> lines = new ArrayList<>();
        for (BrowserRequest request : Requests.of(page)) {
            boolean isOfThese = Placeholder.inAddress(request.url().toString())
                    .filter(used -> settings.unfilled().stream()
                            .anyMatch(one -> one.name().equalsIgnoreCase(used.name())))
                    .isPresent();
            if (isOfThese && lines.size() < MOST_LINES) {
                lines.add("the page asks for " + Format.line(request.url().toString(), LONGEST_TEXT) + ": "
                        + Requests.words(request));
            }
        }
        return lines;
    }

    /** What visitors read: a text that is nothing but a placeholder, or one with the name of an environment's value. */
    private Optional<Detection> shown() {
        Optional<RenderedPage> rendered =
                page.browser().value().map(BrowserVisit::rendered).flatMap(Captured::value);
        List<String> texts = new ArrayList<>();
        rendered.ifPresent(shown -> {
            texts.addAll(shown.templateTexts());
            texts.add(shown.title());
        });
        ShownPlaceholders placeholders = new ShownPlaceholders(page, texts);
        List<String> unfilled = texts.stream()
                .filter(placeholders::isLeft)
                .map(text -> Format.line(text, LONGEST_TEXT))
                .distinct()
                .limit(MOST_LINES)
                .toList();
        return unfilled.isEmpty() ? Optional.empty() : Optional.of(shown(unfilled));
    }

    private Detection shown(List<String> unfilled) {
        String first = unfilled.get(0);
        Optional<HtmlDocument> html = page.html().value();
        boolean isLeft = first.contains("{{") && isCodeMissed();
        return Detection.on(page.url(), check, isLeft ? LEFT_BY_CODE : SHOWN, Severity.SEV3, page.url())
                .misses(isLeft ? CODE_TO_FILL_IN : Set.of())
                .message("visitors see a placeholder that was never filled in: " + first)
                .expected("the value that belongs there")
                .actual(first)
                .where(html.flatMap(source -> Optional.of(source.source().indexOf(first))
                        .filter(at -> at >= 0)
                        .map(at -> Locations.of(source, at, first))))
                .evidence(unfilled.stream().skip(1).map(text -> "also " + text).toList())
                .hint(HINT)
                .fault(Placeholder.FAULT)
                .attempts(page.attempts())
                .build();
    }

    /** Whether a script of the page trips over code that is not there: what fills in templates in the browser may be that. */
    private boolean isCodeMissed() {
        return Errors.of(page).stream()
                .anyMatch(error -> error.source() == BrowserMessage.Source.EXCEPTION && error.says(MissedCode.class));
    }
}
