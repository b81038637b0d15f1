package dev.smokerunner.run;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.RequestResult;
import dev.smokerunner.result.VisitResult;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps of a browser's visit what people want to look at. */
final class VisitResults {
    /** No page should need more, and a hostile one may ask for any number. */
    private static final int MOST_REQUESTS = 500;

    private static final int FIRST_ERROR = 400;

    private VisitResults() {}

    static VisitResult of(PageObservation page, Expectations expected) {
        Set<String> required =
                expected.required().stream().map(RequiredElement::css).collect(Collectors.toSet());
        return page.browser()
                .value()
                .map(visit -> new VisitResult(requests(visit), elements(visit, required)))
                .orElse(VisitResult.NONE);
    }

    private static List<RequestResult> requests(BrowserVisit visit) {
        return visit.requests().stream()
                .filter(request -> request.url().getHost() != null)
                .limit(MOST_REQUESTS)
                .map(VisitResults::request)
                .toList();
    }

    private static RequestResult request(BrowserRequest request) {
        return new RequestResult(
                request.url(),
                word(request.kind()),
                request.firstParty(),
                state(request),
                request.status(),
                request.failure().map(failure -> word(failure.kind())),
                request.bytes(),
                request.startedAfter(),
                request.took());
    }

    private static RequestResult.State state(BrowserRequest request) {
        if (request.failure().isPresent()) {
            return request.failure().get().kind() == NetworkFailure.Kind.ABORTED
                    ? RequestResult.State.CANCELLED
                    : RequestResult.State.FAILED;
        }
        if (request.status().orElse(0) >= FIRST_ERROR) {
            return RequestResult.State.FAILED;
        }
        return request.isOpen() ? RequestResult.State.OPEN : RequestResult.State.ANSWERED;
    }

    private static List<ElementResult> elements(BrowserVisit visit, Set<String> required) {
        return visit.elements().stream()
                .filter(element -> required.contains(element.css()))
                .map(element -> new ElementResult(element.css(), state(element), element.region()))
                .distinct()
                .toList();
    }

    private static ElementResult.State state(ElementSighting element) {
        if (element.matches() == 0) {
            return ElementResult.State.MISSING;
        }
        if (element.visible() == 0) {
            return ElementResult.State.HIDDEN;
        }
        return element.isShutOff() ? ElementResult.State.COVERED : ElementResult.State.SEEN;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
