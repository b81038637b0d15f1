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
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.List;

/** Finds exceptions that nothing catches and rejections that nothing handles. */
public record PageErrorCheck() implements Check {
    private static final Kind EXCEPTION = Kind.symptom("page-exception", "page error");

    @Override
    public String name() {
        return "page-error";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(name(), page.browser(), visit -> judge(page, visit, expected));
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
                        message -> Parties.isThirdParty(page, message) ? Severity.SEV4 : Severity.SEV2)
                .judged(name(), errors);
    }
}
