package dev.smokerunner.check.page;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.List;

/** What all findings on a call say: what was asked and answered, who asked, and how to ask again. */
final class CallFinding {
    static final String CHECK = "api-call";

    private CallFinding() {}

    static DetectionBuilder of(PageObservation page, BrowserRequest call, Kind kind, Severity impact) {
        DetectionBuilder finding = Detection.on(page.url(), CHECK, kind, impact, call.url())
                .loses(Loss.ANSWER)
                .actual(call.method() + " " + Requests.words(call))
                .attempts(page.attempts());
        if (FallenBack.isCode(call)) {
            finding.loses(Loss.ANSWER, Loss.WEB_ASSEMBLY, Loss.START);
        }
        call.initiator().ifPresent(by -> finding.evidence(List.of("called by " + Format.line(by))));
        return call.method().equals("GET") ? finding.reproduce(Reproduction.headers(call.url())) : finding;
    }
}
