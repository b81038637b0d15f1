package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * What code in attributes was to do.
 *
 * @param sheets the tags of style sheets that it puts to use
 * @param dead the tags of buttons that do nothing without it
 */
record LostHandlers(List<HtmlElement> sheets, List<String> dead) {
    static LostHandlers of(PageObservation page) {
        return new LostHandlers(
                LateSheets.of(page),
                page.rendered().map(RenderedPage::deadControls).orElse(List.of()));
    }

    Severity impact() {
        if (sheets.isEmpty()) {
            return dead.isEmpty() ? Severity.SEV4 : Severity.SEV3;
        }
        return Severity.SEV2;
    }

    List<String> lines() {
        return Stream.concat(
                        sheets.stream().map(sheet -> "never put to use: " + Format.line(sheet.tag())),
                        dead.stream().map(tag -> "does nothing: " + Format.line(tag)))
                .toList();
    }
}
