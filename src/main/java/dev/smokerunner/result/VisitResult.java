package dev.smokerunner.result;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a browser's visit to a page left for people to look at, besides its picture.
 *
 * @param requests what the browser asked for, in the order in which it began, the first 500
 * @param elements the required elements, in the order of the config
 */
public record VisitResult(List<RequestResult> requests, List<ElementResult> elements) {
    /** No browser looked, or there was nothing to see. */
    public static final VisitResult NONE = new VisitResult(List.of(), List.of());

    /** Copies the lists. */
    public VisitResult {
        requests = List.copyOf(requests);
        elements = List.copyOf(elements);
    }

    /** A copy with each text mapped. */
    VisitResult mapTexts(UnaryOperator<String> operation) {
        return new VisitResult(
                requests.stream().map(request -> request.mapTexts(operation)).toList(),
                elements.stream().map(element -> element.mapTexts(operation)).toList());
    }
}
