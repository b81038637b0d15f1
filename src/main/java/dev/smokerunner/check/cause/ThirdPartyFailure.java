package dev.smokerunner.check.cause;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PageObservation;
import java.util.Optional;
import java.util.Set;

/** Names the other site whose failure a page probably suffers from: it is no cause of the page's own. */
final class ThirdPartyFailure {
    private static final Set<Kind> CALLS = Set.of(Kind.CALL, Kind.STREAM);

    private ThirdPartyFailure() {}

    /** The first request to another site that failed and that the symptom may follow from. */
    static Optional<Advice> of(PageObservation page, Detection symptom) {
        boolean isOfCall =
                symptom.misses().contains(Loss.ANSWER) && symptom.error().isPresent();
        boolean isOfCode = !isOfCall
                && symptom.error()
                        .filter(error -> error.source() == Source.EXCEPTION)
                        .isPresent();
        return Requests.of(page).stream()
                .filter(request -> !request.firstParty() && Requests.hasFailed(request))
                .filter(request -> !isOfCall || CALLS.contains(request.kind()))
                .filter(request -> !isOfCode || request.kind() == Kind.SCRIPT)
                .filter(request -> request.kind() == Kind.SCRIPT || CALLS.contains(request.kind()))
                .findFirst()
                .map(Advice.OtherSite::new);
    }
}
