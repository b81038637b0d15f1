package dev.smokerunner.check.cause;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Finding;
import java.util.Optional;
import java.util.Set;

/** Names the other site whose failure a page probably suffers from: it is no cause of the page's own. */
final class Strangers {
    private static final Set<Kind> CALLS = Set.of(Kind.CALL, Kind.STREAM);

    private Strangers() {}

    /** The first request to another site that failed and that the symptom may follow from. */
    static Optional<String> hint(PageObservation page, Finding symptom) {
        boolean isOfCall = Mentions.isOfFailedCall(symptom);
        boolean isOfCode = symptom.check().equals("page-error") && !isOfCall;
        Optional<BrowserRequest> failed = Requests.of(page).stream()
                .filter(request -> !request.firstParty() && Requests.hasFailed(request))
                .filter(request -> !isOfCall || CALLS.contains(request.kind()))
                .filter(request -> !isOfCode || request.kind() == Kind.SCRIPT)
                .filter(request -> request.kind() == Kind.SCRIPT || CALLS.contains(request.kind()))
                .findFirst();
        return failed.map(request ->
                "perhaps because of " + Words.line(request.url().toString()) + ": " + Requests.words(request));
    }
}
