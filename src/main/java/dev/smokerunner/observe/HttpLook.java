package dev.smokerunner.observe;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.CssReferences;
import dev.smokerunner.observe.html.DecodedText;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import dev.smokerunner.observe.http.HttpLooker;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** One look at a page over plain HTTP: the document, what it mentions, and what its style sheets mention in turn. */
final class HttpLook {
    private final HttpLooker http;
    private final Predicate<URI> firstParty;
    private final List<Reference> references = new ArrayList<>();
    private final Map<URI, HttpAnswer> answers = new LinkedHashMap<>();
    private final Set<URI> readStyles = new HashSet<>();

    HttpLook(HttpLooker http, Predicate<URI> firstParty) {
        this.http = http;
        this.firstParty = firstParty;
    }

    /** Asks for the page and for all that its HTML and CSS mention on its own site. */
    HttpView at(URI page) {
        HttpAnswer document = http.look(page, Role.DOCUMENT);
        Captured<HtmlDocument> html = read(document);
        followAll(html);
        return new HttpView(document, html, references, answers);
    }

    /**
     * The same view with what the browser saw: its document where plain HTTP got none, and what only the browser asked for.
     */
    HttpView with(HttpView view, BrowserVisit visit) {
        Captured<HtmlDocument> html = view.html();
        if (html.value().isEmpty()) {
            html = fromBrowser(visit, view);
            followAll(html);
        }
        follow(onlyAskedFor(visit.requests(), view.document().url()));
        return new HttpView(view.document(), html, references, answers);
    }

    private void followAll(Captured<HtmlDocument> html) {
        html.value().ifPresent(document -> follow(HtmlReferences.of(document, firstParty)));
    }

    private static Captured<HtmlDocument> fromBrowser(BrowserVisit visit, HttpView view) {
        Optional<URI> url = visit.document().map(BrowserRequest::finalUrl);
        boolean isHtml = visit.document().filter(d -> isHtml(d.headers())).isPresent();
        return isHtml && visit.source().value().isPresent()
                ? Captured.seen(HtmlReader.read(
                        url.orElseThrow(), visit.source().value().get(), false))
                : view.html();
    }

    private List<Reference> onlyAskedFor(List<BrowserRequest> requests, URI page) {
        Set<URI> known = new HashSet<>();
        references.stream().flatMap(r -> r.url().stream()).forEach(known::add);
        List<Reference> more = new ArrayList<>();
        for (BrowserRequest request : requests) {
            Optional<Role> role = AssetRole.of(request);
            if (role.isPresent() && request.firstParty() && known.add(request.url())) {
                more.add(asReference(request, role.get(), page));
            }
        }
        return more;
    }

    private static Reference asReference(BrowserRequest request, Role role, URI page) {
        return new Reference(
                request.url().toString(),
                Optional.of(request.url()),
                role,
                request.firstParty(),
                Origin.BROWSER,
                page,
                Optional.empty(),
                request.initiator().orElse(""));
    }

    /** Asks for these and, where style sheets are among them, for what those mention, until nothing is new. */
    private void follow(List<Reference> found) {
        List<Reference> next = found;
        while (!next.isEmpty()) {
            references.addAll(next);
            askFor(next);
            next = mentionedByStyles(next);
        }
    }

    private void askFor(List<Reference> wanted) {
        Map<URI, CompletableFuture<HttpAnswer>> asked = new LinkedHashMap<>();
        for (Reference reference : wanted) {
            if (reference.firstParty()) {
                reference
                        .url()
                        .filter(url -> !answers.containsKey(url))
                        .ifPresent(url -> asked.computeIfAbsent(url, u -> http.ask(u, reference.role())));
            }
        }
        asked.forEach((url, answer) -> answers.put(url, answer.join()));
    }

    private List<Reference> mentionedByStyles(List<Reference> wanted) {
        List<Reference> mentioned = new ArrayList<>();
        for (Reference reference : wanted) {
            if (reference.role() == Role.STYLE) {
                reference
                        .url()
                        .filter(readStyles::add)
                        .map(answers::get)
                        .filter(HttpAnswer::isOk)
                        .flatMap(HttpAnswer::response)
                        .ifPresent(css -> mentioned.addAll(
                                CssReferences.of(css.url(), DecodedText.other(css.headers(), css.body()), firstParty)));
            }
        }
        return mentioned;
    }

    private static Captured<HtmlDocument> read(HttpAnswer document) {
        Optional<HttpResponse> response =
                document.whole().filter(r -> r.isOk() && r.body().length() > 0);
        if (response.isEmpty()) {
            return Captured.unseen("plain HTTP got no document", Fault.TARGET);
        }
        HttpResponse answer = response.get();
        if (!isHtml(answer.headers())) {
            return Captured.unseen("the document is " + answer.headers().mediaType() + ", not HTML", Fault.TARGET);
        }
        return Captured.seen(HtmlReader.read(
                answer.url(),
                DecodedText.html(answer.headers(), answer.body()),
                answer.body().isCut()));
    }

    private static boolean isHtml(Headers headers) {
        String type = headers.mediaType();
        return type.isEmpty() || type.equals("text/html") || type.equals("application/xhtml+xml");
    }
}
