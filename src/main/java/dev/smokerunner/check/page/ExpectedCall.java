package dev.smokerunner.check.page;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.ApiExpectation;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Calls that the config wants: whether they are made, and answered as it says. */
final class ExpectedCall {
    private static final Kind NEVER_MADE =
            Kind.lack("call-never-made", "call that is never made").plain("calls are never made");
    private static final Kind UNEXPECTED = Kind.cause("call-unexpected").evenIfMild();

    private ExpectedCall() {}

    /** What is not as it should be. */
    static List<Detection> unmet(PageObservation page, BrowserVisit visit, ApiExpectation api) {
        List<BrowserRequest> calls = visit.requests().stream()
                .filter(request -> request.kind() != BrowserRequest.Kind.DOCUMENT && isMeant(api, request))
                .toList();
        if (calls.isEmpty()) {
            return List.of(Detection.on(
                            page.url(),
                            CallFinding.CHECK,
                            NEVER_MADE,
                            api.impact(),
                            new Subject.Wanted(api.url().toString()))
                    .misses(EnumSet.of(Loss.CODE, Loss.START, Loss.REST_OF_SCRIPT, Loss.EVALUATED_CODE))
                    .message("the page never calls " + api.url())
                    .expected("a call that is answered with " + api.status())
                    .actual("no call")
                    .attempts(page.attempts())
                    .build());
        }
        List<Detection> findings = new ArrayList<>();
        for (BrowserRequest call : calls) {
            boolean isAsExpected =
                    call.status().orElse(0) == api.status() && call.failure().isEmpty();
            if (!isAsExpected) {
                findings.add(CallFinding.of(page, call, UNEXPECTED, api.impact())
                        .message("the call of " + call.url(), Verb.BE, " not answered as it should be")
                        .trouble()
                        .expected("status " + api.status())
                        .build());
            }
        }
        return findings;
    }

    /** Whether a call is the one that is meant. */
    static boolean isMeant(ApiExpectation api, BrowserRequest request) {
        URI url = request.url();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return api.url().matches(url.toString())
                || api.url().matches(url.getRawPath())
                || api.url().matches(url.getRawPath() + query);
    }
}
