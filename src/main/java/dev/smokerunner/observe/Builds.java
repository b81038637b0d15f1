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
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Asks for a page some times more, to learn whether its HTML names the files of another build in other answers. That is worth
 * it only where a built file is not there, or not always: one that the HTML names, or what the scripts of it load later.
 */
final class Builds {
    /** Of two servers that take turns by chance, one stays away from so many answers in 1 of 100 runs. */
    private static final int MOST = 8;

    /** What a slow server may cost: each answer comes after the one before. */
    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    /** So many files tell whether a build has those of the other one. */
    private static final int MOST_FILES = 4;

    /** The server of either build should answer for each of them. */
    private static final int TIMES = 3;

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
        boolean isWorthIt = !answers.isEmpty() && (isAnythingMissing(view, visit) || isAnyOfOneBuildMissing(answers));
        return isWorthIt ? untilInTurn(answers, view.document().url()) : List.of();
    }

    private List<Set<URI>> untilInTurn(List<Set<URI>> first, URI page) {
        List<Set<URI>> answers = new ArrayList<>(first);
        Duration spent = Duration.ZERO;
        while (answers.size() < MOST && !isInTurn(answers) && spent.compareTo(MOST_TIME) < 0) {
            HttpAnswer answer = http.again(page, Role.DOCUMENT);
            // Who does not answer now will not do so the next time either.
            Optional<Set<URI>> named = named(answer);
            if (named.isEmpty()) {
                return answers;
            }
            answers.add(named.get());
            spent = spent.plus(answer.took());
        }
        return answers;
    }

    private boolean isAnythingMissing(HttpView view, Optional<BrowserVisit> visit) {
        Set<URI> built = built(view.references());
        boolean isMissing = built.stream()
                .anyMatch(url -> view.assets().containsKey(url)
                        && (!view.assets().get(url).isOk()
                                || view.assets().get(url).rate().isPresent()));
        return isMissing
                || visit.map(BrowserVisit::requests).orElse(List.of()).stream()
                        .anyMatch(request -> built.contains(request.url()) && hasFailed(request));
    }

    /**
     * Whether a file that only some answers name is missing somewhere: it may have been asked for where it is, since both the
     * page and its files were answered by the same server by chance.
     */
    private boolean isAnyOfOneBuildMissing(List<Set<URI>> answers) {
        Set<URI> ofOne = new LinkedHashSet<>();
        answers.forEach(ofOne::addAll);
        ofOne.removeIf(url -> answers.stream().allMatch(named -> named.contains(url)));
        Duration spent = Duration.ZERO;
        for (URI url : ofOne.stream().limit(MOST_FILES).toList()) {
            for (int i = 0; i < TIMES && spent.compareTo(MOST_TIME) < 0; i++) {
                HttpAnswer answer = http.again(url, Role.SCRIPT);
                if (!answer.isOk()) {
                    return true;
                }
                spent = spent.plus(answer.took());
            }
        }
        return false;
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
        return built(HtmlReferences.of(document, firstParty).stream()
                .filter(reference -> reference.origin() == Origin.HTML)
                .toList());
    }

    /** The own code and style sheets among them whose names a build gave. */
    private static Set<URI> built(List<Reference> references) {
        Set<URI> named = new LinkedHashSet<>();
        references.stream()
                .filter(reference -> reference.firstParty() && BUILT.contains(reference.role()))
                .flatMap((Reference reference) -> reference.url().stream())
                .filter(url -> FileName.ofAddress(
                                Optional.ofNullable(url.getPath()).orElse(""))
                        .fingerprint()
                        .isPresent())
                .forEach(named::add);
        return Set.copyOf(named);
    }
}
