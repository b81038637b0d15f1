package dev.smokerunner.result;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What a run says about one page, as one browser saw it.
 *
 * @param url the page as it was asked for
 * @param browser the name of the browser that looked, e.g. {@code Firefox}; absent where it is the only one
 * @param status the HTTP status of the document; absent when nothing answered
 * @param timings how long it took
 * @param limits how long it may take
 * @param requests how many requests the browser made
 * @param references how many references were checked
 * @param screenshot what it looked like; absent when no picture could be had in time
 * @param loaded the assets that the browser loaded, in order; empty where there was no browser
 * @param notes what is worth knowing and is not wrong, e.g. what a wait was for; one line each
 * @param checks what each check says about this page, in the order of the list of checks
 * @param visit what else the browser's visit left to look at
 * @param lastGood the same page in the run that {@code --previous} named, where that run passed
 */
public record PageResult(
        URI url,
        Optional<String> browser,
        OptionalInt status,
        Timings timings,
        TimeLimits limits,
        int requests,
        int references,
        Optional<Screenshot> screenshot,
        List<LoadedAsset> loaded,
        List<String> notes,
        List<CheckResult> checks,
        VisitResult visit,
        Optional<LastGood> lastGood) {

    /** Copies the lists. */
    public PageResult {
        requireNonNull(url);
        requireNonNull(browser);
        requireNonNull(status);
        requireNonNull(timings);
        requireNonNull(limits);
        requireNonNull(screenshot);
        requireNonNull(visit);
        requireNonNull(lastGood);
        loaded = List.copyOf(loaded);
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
    }

    /** A page of whose limits and visit nothing more is known. */
    public PageResult(
            URI url,
            Optional<String> browser,
            OptionalInt status,
            Timings timings,
            int requests,
            int references,
            Optional<Screenshot> screenshot,
            List<LoadedAsset> loaded,
            List<String> notes,
            List<CheckResult> checks) {
        this(
                url,
                browser,
                status,
                timings,
                TimeLimits.NONE,
                requests,
                references,
                screenshot,
                loaded,
                notes,
                checks,
                VisitResult.NONE,
                Optional.empty());
    }

    /** The same with what more is known of its visit, and of an earlier one. */
    public PageResult with(VisitResult seen, Optional<LastGood> earlier) {
        return new PageResult(
                url,
                browser,
                status,
                timings,
                limits,
                requests,
                references,
                screenshot,
                loaded,
                notes,
                checks,
                seen,
                earlier);
    }

    /** The same without its pictures, for a reader who could not find them. */
    public PageResult withoutScreenshots() {
        return new PageResult(
                url,
                browser,
                status,
                timings,
                limits,
                requests,
                references,
                Optional.empty(),
                loaded,
                notes,
                checks,
                visit,
                lastGood.map(LastGood::withoutScreenshot));
    }

    /** A page of which nothing is known to have loaded. */
    public PageResult(
            URI url,
            OptionalInt status,
            Timings timings,
            int requests,
            int references,
            Optional<Screenshot> screenshot,
            List<String> notes,
            List<CheckResult> checks) {
        this(url, Optional.empty(), status, timings, requests, references, screenshot, List.of(), notes, checks);
    }

    /** A copy with each text mapped. */
    PageResult mapTexts(UnaryOperator<String> operation) {
        TextMapping texts = new TextMapping(operation);
        return new PageResult(
                texts.of(url),
                texts.of(browser),
                status,
                timings,
                limits,
                requests,
                references,
                screenshot,
                loaded.stream().map(asset -> asset.mapTexts(operation)).toList(),
                texts.of(notes),
                checks.stream().map(check -> check.mapTexts(operation)).toList(),
                visit.mapTexts(operation),
                lastGood.map(good -> good.mapTexts(operation)));
    }
}
