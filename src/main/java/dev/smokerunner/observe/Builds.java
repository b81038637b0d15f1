package dev.smokerunner.observe;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.DecodedText;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import dev.smokerunner.observe.http.HttpFetcher;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks for a page some times more, to learn whether its HTML names the files of another build in other answers. That is worth
 * it only where a file that it names is not there, or not always.
 */
final class Builds {
    /** Of two servers that take turns by chance, one stays away from so many answers in 3 of 100 runs. */
    private static final int MOST = 6;

    private static final Set<Role> BUILT = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.STYLE);

    private final HttpFetcher http;
    private final Predicate<URI> firstParty;

    Builds(HttpFetcher http, Predicate<URI> firstParty) {
        this.http = http;
        this.firstParty = firstParty;
    }

    /**
     * What the HTML named in each answer; none where nothing that it names is missing.
     *
     * @param view what plain HTTP saw
     * @param visit what the browser saw, if it did
     */
    List<Set<URI>> seen(HttpView view, Optional<BrowserVisit> visit) {
        List<Set<URI>> answers = new ArrayList<>();
        view.html().value().map(this::named).ifPresent(answers::add);
        URI url = view.html()
                .value()
                .map(HtmlDocument::url)
                .orElse(view.document().url());
        visit.flatMap(seen -> seen.source().value())
                .map(source -> named(HtmlReader.read(url, source, false)))
                .ifPresent(answers::add);
        answers.removeIf(Set::isEmpty);
        if (answers.isEmpty() || !isAnythingMissing(answers, view.assets(), visit)) {
            return List.of();
        }
        while (answers.size() < MOST && !isInTurn(answers)) {
            HttpAnswer answer = http.again(view.document().url(), Role.DOCUMENT);
            // Who does not answer now will not do so the next time either.
            Optional<Set<URI>> named = named(answer);
            if (named.isEmpty()) {
                return answers;
            }
            answers.add(named.get());
        }
        return answers;
    }

    private static boolean isAnythingMissing(
            List<Set<URI>> named, Map<URI, HttpAnswer> answers, Optional<BrowserVisit> visit) {
        Set<URI> all = new LinkedHashSet<>();
        named.forEach(all::addAll);
        boolean isMissing = all.stream()
                .anyMatch(url -> answers.containsKey(url)
                        && (!answers.get(url).isOk() || answers.get(url).rate().isPresent()));
        return isMissing
                || visit.map(BrowserVisit::requests).orElse(List.of()).stream()
                        .anyMatch(request -> all.contains(request.url()) && hasFailed(request));
    }

    private static boolean hasFailed(BrowserRequest request) {
        return !request.isOpen() && !request.isOk();
    }

    /** Whether a build was there, then another one, and then the first again. */
    private static boolean isInTurn(List<Set<URI>> answers) {
        for (int i = 2; i < answers.size(); i++) {
            boolean hasChanged = !answers.get(i).equals(answers.get(i - 1));
            if (hasChanged && answers.subList(0, i - 1).contains(answers.get(i))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Set<URI>> named(HttpAnswer answer) {
        return answer.whole()
                .filter(HttpResponse::isOk)
                .map(response -> named(HtmlReader.read(
                        response.url(),
                        DecodedText.html(response.headers(), response.body()),
                        response.body().isCut())))
                .filter(named -> !named.isEmpty());
    }

    private Set<URI> named(HtmlDocument document) {
        Set<URI> named = new LinkedHashSet<>();
        HtmlReferences.of(document, firstParty).stream()
                .filter(reference -> reference.firstParty() && reference.origin() == Origin.HTML)
                .filter(reference -> BUILT.contains(reference.role()))
                .flatMap((Reference reference) -> reference.url().stream())
                .filter(url -> FileName.ofAddress(
                                Optional.ofNullable(url.getPath()).orElse(""))
                        .fingerprint()
                        .isPresent())
                .forEach(named::add);
        return Set.copyOf(named);
    }
}
