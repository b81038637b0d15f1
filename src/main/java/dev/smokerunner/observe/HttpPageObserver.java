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
import dev.smokerunner.observe.html.FileTables;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import dev.smokerunner.observe.html.ManifestReferences;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.Inquiry;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * One look at a page over plain HTTP: the document, what it mentions, and what its style sheets, scripts and manifests
 * mention in turn.
 */
final class HttpPageObserver {
    private static final Set<Role> READ = EnumSet.of(Role.STYLE, Role.MANIFEST, Role.JSON);

    private final HttpFetcher http;
    private final Predicate<URI> firstParty;
    private final PageScripts scripts;
    private final ListedFiles listed;
    private final boolean isLive;
    private final List<Reference> references = new ArrayList<>();
    private final Map<URI, HttpAnswer> answers = new LinkedHashMap<>();
    private final Set<URI> foreignCode = new HashSet<>();
    private final Set<URI> readTexts = new HashSet<>();
    private Optional<PageAsks> asks = Optional.empty();

    /**
     * A look.
     *
     * @param http asks
     * @param firstParty whether a URL belongs to the page's own site
     * @param scripts reads what scripts name
     * @param listed reads what lists of files name
     * @param isLive whether the site's own server answers, so that it is worth asking for what cannot be there
     */
    HttpPageObserver(
            HttpFetcher http, Predicate<URI> firstParty, PageScripts scripts, ListedFiles listed, boolean isLive) {
        this.http = http;
        this.firstParty = firstParty;
        this.scripts = scripts;
        this.listed = listed;
        this.isLive = isLive;
    }

    /**
     * Asks for the page and for all that its HTML, CSS and scripts mention on its own site.
     *
     * @param page the page
     * @param status the status that it should have: with another one than 2xx, what comes is the page all the same
     */
    HttpView at(URI page, int status) {
        HttpAnswer document = http.look(page, Role.DOCUMENT);
        Captured<HtmlDocument> html = read(document, status);
        asks = Optional.of(new PageAsks(page, html.value()));
        List<Reference> named = named(html);
        Optional<CompletableFuture<HttpAnswer>> madeUp = html.value()
                .filter(read -> isLive)
                .map(read -> http.ask(NotFoundProbe.beside(named, read.url()), inquiry(Role.SCRIPT)));
        follow(named);
        lookElsewhere(document.response().map(HttpResponse::url).orElse(page), references);
        return new HttpView(
                document, html, references, answers, madeUp.map(CompletableFuture::join), List.of(), notes());
    }

    /** Asks where else a missing asset may lie. */
    private void lookElsewhere(URI page, List<Reference> named) {
        ask(Whereabouts.of(page, named, answers));
    }

    private void ask(Set<URI> places) {
        Map<URI, CompletableFuture<HttpAnswer>> suspected = new LinkedHashMap<>();
        places.forEach(url -> suspected.put(url, http.ask(url, inquiry(Role.OTHER))));
        suspected.forEach((url, answer) -> answers.put(url, answer.join()));
    }

    /**
     * The same view with what the browser saw: its document where plain HTTP got none, and what only the browser asked for.
     */
    HttpView with(HttpView view, BrowserVisit visit) {
        Captured<HtmlDocument> html = view.html();
        if (html.value().isEmpty()) {
            html = fromBrowser(visit, view);
            follow(named(html));
        }
        URI page = view.document().url();
        List<Reference> more = onlyAskedFor(visit.requests(), page);
        follow(more);
        URI shown = view.document().response().map(HttpResponse::url).orElse(page);
        lookElsewhere(shown, more);
        Set<URI> data = Whereabouts.ofData(shown, visit.requests());
        data.removeAll(answers.keySet());
        ask(data);
        follow(CalledData.in(visit).stream()
                .map(call -> asReference(call, CalledData.role(call), page))
                .toList());
        return new HttpView(view.document(), html, references, answers, view.madeUp(), List.of(), notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(scripts.notes());
        notes.addAll(listed.notes());
        return notes;
    }

    private List<Reference> named(Captured<HtmlDocument> html) {
        html.value().ifPresent(scripts::begin);
        List<Reference> named =
                html.value().map(read -> HtmlReferences.of(read, firstParty)).orElse(List.of());
        foreignCode.addAll(ForeignCode.of(named));
        // Otherwise what its own scripts name waits for those files, on which it may depend.
        return named.isEmpty() ? scripts.namedBy(List.of(), answers) : named;
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

    /** Asks for these and for what the style sheets, scripts and lists among them mention, until nothing is new. */
    private void follow(List<Reference> found) {
        List<Reference> next = found;
        while (!next.isEmpty()) {
            references.addAll(next);
            askFor(next);
            readBesideWorkers(next);
            List<Reference> named = new ArrayList<>(mentionedByTexts(next));
            named.addAll(scripts.namedBy(next, answers));
            next = named.isEmpty() ? listed.next(answers.keySet()) : named;
        }
    }

    private void askFor(List<Reference> wanted) {
        Map<URI, CompletableFuture<HttpAnswer>> asked = new LinkedHashMap<>();
        for (Reference reference : wanted) {
            boolean isOwn = reference.firstParty()
                    || reference.url().filter(foreignCode::contains).isPresent();
            if (isOwn && !reference.isOnlyStated()) {
                reference
                        .url()
                        .filter(url -> !answers.containsKey(url))
                        .ifPresent(url -> asked.computeIfAbsent(url, u -> http.ask(u, inquiry(reference))));
            }
        }
        // At once, since to be woken for each of them costs more than many a request.
        CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                .join();
        asked.forEach((url, answer) -> answers.put(url, answer.join()));
        wanted.stream()
                .filter(reference ->
                        reference.firstParty() && inquiry(reference).isWithoutCredentials())
                .forEach(this::askWithCredentials);
    }

    /**
     * Reads the list that lies beside a worker which asks for it only at a later visit. That it is not there is no fault: to take
     * it away is how such a worker is switched off.
     */
    private void readBesideWorkers(List<Reference> wanted) {
        wanted.stream()
                .filter(Reference::firstParty)
                .flatMap(reference -> reference.url().stream())
                .filter(worker -> answers.containsKey(worker) && isGot(answers.get(worker)))
                .flatMap(worker -> FileTables.besideWorker(worker).stream())
                .filter(table -> !answers.containsKey(table))
                .map(table -> http.ask(table, inquiry(Role.JSON)).join())
                .filter(HttpPageObserver::isGot)
                .flatMap(table -> table.response().stream())
                .forEach(listed::read);
    }

    private Inquiry inquiry(Role role) {
        return asks.orElseThrow().inquiry(role);
    }

    private Inquiry inquiry(Reference reference) {
        return asks.orElseThrow().inquiry(reference);
    }

    /** Where a server keeps back what browsers ask for without credentials, whether these are all that it wants. */
    private void askWithCredentials(Reference reference) {
        reference
                .url()
                .filter(url -> answers.containsKey(url) && !isGot(answers.get(url)))
                .filter(url -> isGot(
                        http.ask(url, inquiry(reference).withCredentials()).join()))
                .ifPresent(url -> answers.computeIfPresent(url, (key, answer) -> answer.thatCredentialsOpen()));
    }

    private static boolean isGot(HttpAnswer answer) {
        return answer.isOk()
                && answer.response()
                        .filter(response -> !isHtml(response.headers()))
                        .isPresent();
    }

    private List<Reference> mentionedByTexts(List<Reference> wanted) {
        List<Reference> mentioned = new ArrayList<>();
        for (Reference reference : wanted) {
            if (READ.contains(reference.role())) {
                reference
                        .url()
                        .filter(readTexts::add)
                        .map(answers::get)
                        .filter(HttpAnswer::isOk)
                        .flatMap(HttpAnswer::response)
                        .ifPresent(text -> mentioned.addAll(mentionedBy(reference.role(), text)));
            }
        }
        return mentioned;
    }

    private List<Reference> mentionedBy(Role role, HttpResponse response) {
        if (role == Role.JSON) {
            // Other data may look like a list and name whatever it likes.
            Optional.of(response)
                    .filter(list -> FileTables.isTable(list.url().getPath()))
                    .ifPresent(listed::read);
            return List.of();
        }
        String text = DecodedText.other(response.headers(), response.body());
        return role == Role.STYLE
                ? CssReferences.of(response.url(), text, firstParty)
                : ManifestReferences.of(response.url(), text, firstParty);
    }

    private static Captured<HtmlDocument> read(HttpAnswer document, int status) {
        Optional<HttpResponse> response = document.whole()
                .filter(r -> (r.isOk() || r.status() == status) && r.body().length() > 0);
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
