package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The round that visitors are sent by a page that never stops going on.
 *
 * @param documents the requests for documents, in order
 * @param calls the addresses of the page's own site that its code calls before each time that it goes on
 */
record PageRound(List<BrowserRequest> documents, List<URI> calls) {
    private static final int MOST_EVIDENCE = 6;
    private static final int FEWEST_CALLS = 2;

    PageRound {
        documents = List.copyOf(documents);
        calls = List.copyOf(calls);
    }

    static PageRound of(BrowserVisit visit) {
        List<BrowserRequest> documents = visit.requests().stream()
                .filter(request -> request.kind() == Kind.DOCUMENT)
                .toList();
        return new PageRound(documents, calls(visit, documents.size() - 1));
    }

    /** What is called once in each round, of which the last may have begun no call yet; once alone shows nothing. */
    private static List<URI> calls(BrowserVisit visit, int rounds) {
        Map<URI, Long> counts = visit.requests().stream()
                .filter(request -> request.kind() == Kind.CALL && request.firstParty() && !request.isOpen())
                .collect(Collectors.groupingBy(BrowserRequest::url, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(call -> call.getValue() >= FEWEST_CALLS && call.getValue() >= rounds)
                .map(Map.Entry::getKey)
                .limit(MOST_EVIDENCE)
                .toList();
    }

    /** What the code that goes on seems to go by; absent where pages send visitors to each other, or nothing is called. */
    Optional<String> hint() {
        boolean isOne = documents.stream().map(BrowserRequest::url).distinct().count() == 1;
        String asked = calls.stream().map(url -> Format.line(url.toString())).collect(Collectors.joining(" and "));
        return isOne && !calls.isEmpty()
                ? Optional.of("the page reloads itself after each answer of " + asked
                        + ": compare that answer with what" + " the code expects, and the caches before it")
                : Optional.empty();
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

    private String asked() {
        return calls.isEmpty()
                ? ""
                : calls.stream()
                        .map(url -> Format.line(url.toString()))
                        .collect(Collectors.joining(" and ", ", after it called ", ""));
    }

    /** Who sent visitors on, the first few times. */
    List<String> evidence() {
        return documents.stream()
                .skip(1)
                .limit(MOST_EVIDENCE)
                .map(request -> "went on to " + Format.line(request.url().toString())
                        + request.initiator()
                                .map(by -> ", sent by " + Format.line(by))
                                .orElse("") + asked())
                .toList();
    }
}
