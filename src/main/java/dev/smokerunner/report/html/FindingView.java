package dev.smokerunner.report.html;

import java.util.List;

/**
 * One finding. What there is not is empty.
 *
 * @param id its name within the report
 * @param rating whether it fails the run
 * @param severity as people say it, e.g. {@code Sev 2}
 * @param check that found it
 * @param kind what was found
 * @param seen which browsers saw it, where not all did
 * @param message what is wrong
 * @param place where it stands: file, line and column
 * @param excerpt the text that stands there
 * @param facts what was expected and what is there
 * @param hint what to do
 * @param evidence what follows from it or proves it
 * @param reproduce a command that shows it again
 * @param pages on which it was found
 * @param pictures what the visitor sees, the page as it was when it was well beside it
 */
public record FindingView(
        String id,
        Rating rating,
        String severity,
        String check,
        String kind,
        String seen,
        String message,
        String place,
        String excerpt,
        List<Fact> facts,
        String hint,
        List<String> evidence,
        String reproduce,
        List<Fact> pages,
        List<PictureView> pictures) {}
