package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.Dialog;
import dev.smokerunner.observation.Dialog.Kind;
import dev.smokerunner.observation.Dialog.Moment;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What dialogs that a page opens by itself do to its visitors.
 *
 * <p>While one is open nothing else of the page works. One that greets over a page that is there costs a click: a note. One
 * that stands before a page that is not there yet, or the third in a row, keeps visitors out; those without end, for good.
 */
final class DialogFinding {
    private static final dev.smokerunner.detection.Kind ENDLESS = PageBlankCheck.lack("dialog-endless");
    private static final dev.smokerunner.detection.Kind REPEATED = PageBlankCheck.lack("dialog-repeated");
    private static final dev.smokerunner.detection.Kind EARLY = PageBlankCheck.lack("dialog-before-page");
    private static final dev.smokerunner.detection.Kind GREETING = PageBlankCheck.lack("dialog-greeting");

    /** Once is a greeting, twice an accident. */
    private static final int ONE_TOO_MANY = 3;

    private static final int SHOWN_TEXT = 160;

    /** Line and column behind an address. */
    private static final Pattern PLACE = Pattern.compile("(?::\\d{1,9}){1,2}$");

    private DialogFinding() {}

    /** The finding about all dialogs of a visit, if there were any. */
    static Optional<Detection> of(PageObservation page, BrowserVisit visit) {
        List<Dialog> dialogs = visit.dialogs().stream()
                .filter(dialog -> dialog.kind() != Kind.LEAVE)
                .toList();
        Optional<Dialog> early = dialogs.stream()
                .filter(dialog -> dialog.moment() == Moment.BEFORE_THE_PAGE)
                .findFirst();
        Optional<Dialog> first = dialogs.stream().findFirst();
        return first.filter(dialog -> visit.ending() == Ending.KEEPS_ASKING)
                .map(dialog -> finding(
                                page,
                                dialogs,
                                dialog,
                                ENDLESS,
                                "the page lets nobody in: it opens a dialog again and again")
                        .impact(Severity.SEV1)
                        .actual(Format.line(visit.endingDetail()))
                        .build())
                .or(() -> first.filter(dialog -> dialogs.size() >= ONE_TOO_MANY)
                        .map(dialog -> repeated(page, dialogs, dialog)))
                .or(() -> early.map(dialog -> early(page, dialogs, dialog)))
                .or(() -> first.map(
                        dialog -> finding(page, dialogs, dialog, GREETING, "the page greets its visitors with a dialog")
                                .actual("it opens over the page")
                                .build()));
    }

    private static Detection repeated(PageObservation page, List<Dialog> dialogs, Dialog first) {
        return finding(page, dialogs, first, REPEATED, "the page opens one dialog after the other by itself")
                .impact(Severity.SEV2)
                .actual(dialogs.size() + " dialogs")
                .build();
    }

    private static Detection early(PageObservation page, List<Dialog> dialogs, Dialog early) {
        return finding(page, dialogs, early, EARLY, "the page keeps its visitors out until they answer a dialog")
                .impact(Severity.SEV2)
                .actual("it opens before the page is there")
                .build();
    }

    /** Where the page shows nothing even when the dialog was answered. */
    static Detection beforeNothing(Detection dialog) {
        return dialog.toBuilder()
                .impact(Severity.SEV1)
                .evidence(List.of("once it was answered, the page shows nothing"))
                .build();
    }

    private static DetectionBuilder finding(
            PageObservation page,
            List<Dialog> dialogs,
            Dialog first,
            dev.smokerunner.detection.Kind kind,
            String what) {
        String text = Format.line(first.text(), SHOWN_TEXT);
        DetectionBuilder finding = Detection.on(page.url(), "page-blank", kind, Severity.SEV4, page.url())
                .message(what + (text.isEmpty() ? "" : ": \"" + text + "\""))
                .expected("a page that can be used without answering a dialog")
                .hint("take the call of " + call(first.kind()) + " out of the script, or show the text in the page")
                .evidence(dialogs.stream()
                        .flatMap(dialog -> dialog.caller().stream())
                        .map(caller -> "opened by " + Format.line(caller))
                        .toList())
                .misses(
                        dialogs.stream().anyMatch(dialog -> isOfFailedCall(page, dialog))
                                ? Set.of(Loss.ANSWER)
                                : Set.of())
                .attempts(page.attempts());
        return finding;
    }

    /** Whether the script that opens it made a call that failed: mostly that is what it has to say. */
    private static boolean isOfFailedCall(PageObservation page, Dialog dialog) {
        Optional<String> script =
                dialog.caller().map(caller -> PLACE.matcher(caller).replaceFirst(""));
        return Requests.of(page).stream()
                .filter(request -> request.firstParty()
                        && request.kind() == BrowserRequest.Kind.CALL
                        && Requests.hasFailed(request))
                .flatMap(request -> request.initiator().stream())
                .map(caller -> PLACE.matcher(caller).replaceFirst(""))
                .anyMatch(caller -> script.filter(caller::equals).isPresent());
    }

    private static String call(Kind kind) {
        return switch (kind) {
            case ALERT, LEAVE -> "alert()";
            case CONFIRM -> "confirm()";
            case PROMPT -> "prompt()";
        };
    }
}
