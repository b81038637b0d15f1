package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.CodePlace;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.MessageFact.FailedHydration;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RefusalFact.RefusedScope;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes findings of errors: one for each text, wherever it is said.
 *
 * @param page the page
 * @param kind what an error is
 * @param lead how their messages begin
 * @param impact how bad an error is
 */
record ErrorFindings(PageObservation page, Kind kind, String lead, Function<BrowserMessage, Severity> impact) {
    private static final Kind HYDRATION = Kind.symptom("page-hydration", "page error");

    /** A page that throws without end must not make a report without end. */
    private static final int MOST_FINDINGS = 20;

    private static final int MOST_PLACES = 10;

    /** The errors as a check judges them. */
    Judgement judged(String check, List<BrowserMessage> errors) {
        Map<String, List<BrowserMessage>> said = new LinkedHashMap<>();
        for (BrowserMessage error : errors) {
            String text = impact.apply(error) + " " + Format.line(error.quote());
            if (said.size() < MOST_FINDINGS || said.containsKey(text)) {
                said.computeIfAbsent(text, key -> new ArrayList<>()).add(error);
            }
        }
        List<Detection> found = new ArrayList<>();
        for (List<BrowserMessage> same : said.values()) {
            BrowserMessage first = same.get(0);
            Optional<CodePlace> place = CodePlace.of(page, first);
            DetectionBuilder finding = Detection.on(
                            page.url(),
                            check,
                            first.says(FailedHydration.class) ? HYDRATION : kind,
                            impact.apply(first),
                            Errors.subject(page, first))
                    .where(place.map(CodePlace::location).or(() -> registration(first)))
                    .error(first)
                    .said(List.of(Errors.said(first)))
                    .loses(first.source() == BrowserMessage.Source.EXCEPTION ? Set.of(Loss.REST_OF_SCRIPT) : Set.of())
                    .misses(ErrorMisses.of(first, impact.apply(first)))
                    .message(lead + Format.line(first.quote()))
                    .actual(times(same))
                    .evidence(otherPlaces(same))
                    .attempts(page.attempts());
            place.ifPresent(at -> finding.reproduce(Reproduction.around(at.url(), at.line(), at.column())));
            found.add(finding.build());
        }
        return Judgement.judged(check, errors.size(), found);
    }

    /** Where the service worker is named that was refused: the browser refuses it when no script is at work any more. */
    private Optional<Location> registration(BrowserMessage error) {
        return error.facts(RefusedScope.class)
                .flatMap(refused -> page.references().stream().filter(named -> named.url()
                        .filter(url -> url.toString().equals(refused.script()))
                        .isPresent()))
                .flatMap(named -> Locations.of(page, named).stream())
                .findFirst();
    }

    /** Once is no news. */
    private static String times(List<BrowserMessage> same) {
        int count = same.stream().mapToInt(BrowserMessage::count).sum();
        return count == 1 ? "" : Format.times(count);
    }

    private List<String> otherPlaces(List<BrowserMessage> same) {
        String first = Errors.place(page, same.get(0));
        return same.stream()
                .map(message -> Errors.place(page, message))
                .filter(place -> !place.equals(first))
                .distinct()
                .limit(MOST_PLACES)
                .map(place -> "also at " + place)
                .toList();
    }
}
