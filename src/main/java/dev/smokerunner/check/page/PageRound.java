package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The round that visitors are sent by a page that never stops going on.
 *
 * @param documents the requests for documents, in order
 */
record PageRound(List<BrowserRequest> documents) {
    private static final int MOST_EVIDENCE = 6;

    PageRound {
        documents = List.copyOf(documents);
    }

    static PageRound of(BrowserVisit visit) {
        return new PageRound(visit.requests().stream()
                .filter(request -> request.kind() == Kind.DOCUMENT)
                .toList());
    }

    /** The pages of the round are named where they are several: each of them sends visitors on to the next. */
    String words() {
        List<URI> others = documents.stream()
                .map(BrowserRequest::url)
                .distinct()
                .skip(1)
                .limit(MOST_EVIDENCE)
                .toList();
        return others.isEmpty()
                ? "the page goes on to itself again and again"
                : "the page and "
                        + others.stream()
                                .map(url -> Format.line(url.toString()))
                                .collect(Collectors.joining(" and "))
                        + " send visitors to each other again and again";
    }

    /** Who sent visitors on, the first few times. */
    List<String> evidence() {
        return documents.stream()
                .skip(1)
                .limit(MOST_EVIDENCE)
                .map(request -> "went on to " + Format.line(request.url().toString())
                        + request.initiator()
                                .map(by -> ", sent by " + Format.line(by))
                                .orElse(""))
                .toList();
    }
}
