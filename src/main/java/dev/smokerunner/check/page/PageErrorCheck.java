package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Parties;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Set;

/** Finds exceptions that nothing catches and rejections that nothing handles. */
public record PageErrorCheck() implements Check {
    private static final Kind EXCEPTION = Kind.symptom("page-exception", "page error");

    /**
     * The errors of what a page may ask for and need not get (Web IDL, 2.8.1, names of DOMException): what browsers allow only to
     * visitors who act, such as sound, and what the page itself broke off.
     */
    private static final Set<String> REFUSED_WISHES = Set.of("NotAllowedError", "AbortError");

    @Override
    public String name() {
        return "page-error";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(name(), page.browser(), visit -> judge(page, visit, expected));
    }

    /** Whether nothing is broken, and only a wish was not granted. */
    private static boolean isRefusedWish(BrowserMessage message) {
        return message.facts(Thrown.class)
                .anyMatch(thrown ->
                        thrown.error().filter(REFUSED_WISHES::contains).isPresent());
    }

    private Judgement judge(PageObservation page, BrowserVisit visit, Expectations expected) {
        List<BrowserMessage> errors = visit.messages().stream()
                .filter(message -> message.source() == BrowserMessage.Source.EXCEPTION)
                .filter(message -> !Errors.isAllowed(message, expected))
                .toList();
        return new ErrorFindings(
                        page,
                        EXCEPTION,
                        "the page throws: ",
                        message -> Parties.isThirdParty(page, message) || isRefusedWish(message)
                                ? Severity.SEV4
                                : Severity.SEV2)
                .judged(name(), errors);
    }
}
