package dev.smokerunner.check.view;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Parties;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the browser kept from a page, by URL. */
public final class Blockings {
    private final Map<String, Blocking> byUrl = new LinkedHashMap<>();
    private final Set<URI> named = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    /** The fonts that style sheets ask for which the page's files name, whoever serves those. */
    private final Set<String> letters = new HashSet<>();
    /** The pictures that style sheets of the page name, and that no request got. */
    private final Set<String> drawn = new HashSet<>();
    /** The origins of the frames that the page's HTML names, as browsers write them. */
    private final Set<String> framed = new HashSet<>();

    /** What the browser said that it refused. */
    Blockings(PageObservation page) {
        Errors.of(page).forEach(message -> Blocking.of(message)
                .filter(one -> !(one.isOwnData() && Parties.isThirdParty(page, message)))
                .ifPresent(refusal -> add(page, message, refusal)));
        Requests.of(page).stream()
                .filter(request -> request.kind().isOfScript() && Parties.isAskedByOwn(page, request))
                .forEach(request -> called.add(request.url().toString()));
        Requests.of(page).stream().filter(request -> ofFrame(request).isEmpty()).forEach(request -> Blocking.of(request)
                .ifPresent(this::add));
        page.references().stream()
                .filter(reference -> reference.origin() != Reference.Origin.BROWSER)
                .forEach(reference -> reference.url().ifPresent(named::add));
        Requests.of(page).stream()
                .filter(request -> isFontOfNamedSheet(page, request))
                .forEach(request -> letters.add(request.url().toString()));
        page.references().stream()
                .filter(reference -> reference.origin() == Reference.Origin.CSS && reference.role() == Role.IMAGE)
                .flatMap(reference -> reference.url().stream())
                .filter(url -> page.requestsFor(url).stream().noneMatch(BrowserRequest::isOk))
                .forEach(url -> drawn.add(url.toString()));
        page.references().stream()
                .filter(reference -> reference.origin() == Reference.Origin.HTML && reference.role() == Role.DOCUMENT)
                .flatMap(reference -> reference.url().stream())
                .forEach(url -> framed.add(Origins.of(url) + "/"));
    }

    /** Firefox does not say which sheet asks: then it is one of the same host. */
    private static boolean isFontOfNamedSheet(PageObservation page, BrowserRequest request) {
        return request.kind() == BrowserRequest.Kind.FONT
                && !request.inFrame()
                && page.references().stream()
                        .filter(reference ->
                                reference.role() == Role.STYLE && reference.origin() != Reference.Origin.BROWSER)
                        .flatMap(reference -> reference.url().stream())
                        .anyMatch(sheet -> request.initiator()
                                .map(sheet.toString()::equals)
                                .orElseGet(() -> Origins.isSame(sheet, request.url())));
    }

    /** What a policy refuses before it is asked for is known by no request, but the place of the message is the caller. */
    private void add(PageObservation page, BrowserMessage message, Blocking refusal) {
        if (refusal.isBy("connect-src") && Parties.isOwn(page, message)) {
            called.add(refusal.url());
        }
        add(refusal);
    }

    private void add(Blocking refusal) {
        byUrl.putIfAbsent(refusal.url(), refusal);
    }

    /** All of them, in the order in which the browser told them, without what nobody wants to hear about. */
    public List<Blocking> wanted(Expectations expected) {
        return byUrl.values().stream()
                .filter(refusal ->
                        expected.assets().ignored().stream().noneMatch(pattern -> pattern.matches(refusal.url())))
                .filter(refusal ->
                        expected.allowedErrors().stream().noneMatch(pattern -> Errors.isIn(pattern, refusal.said())))
                .toList();
    }

    /** Why a request did not get what it asked for, where the browser refused it. */
    public Optional<Blocking> of(BrowserRequest request) {
        return Optional.ofNullable(byUrl.get(request.url().toString()))
                .or(() -> Optional.ofNullable(byUrl.get(request.finalUrl().toString())))
                .or(() -> ofFrame(request));
    }

    /** Of a frame the browser names no more than the origin. */
    private Optional<Blocking> ofFrame(BrowserRequest request) {
        return request.kind() == BrowserRequest.Kind.FRAME
                ? Optional.ofNullable(byUrl.get(Origins.of(request.url()) + "/"))
                : Optional.empty();
    }

    /** Whether only the browser's refusal keeps an asset from the page: one that is not there at all is missing. */
    public boolean explain(Asset asset) {
        boolean isMissing = asset.answer().filter(answer -> !answer.isOk()).isPresent();
        return !isMissing && asset.refused().flatMap(this::of).isPresent();
    }

    /** Whether the browser refused a request, and that is the page's own doing. */
    public boolean isOfPage(BrowserRequest request) {
        return of(request).filter(this::isOfPage).isPresent();
    }

    /** Whether a refusal is the page's own doing, by its policy or by how it names what it needs. */
    public boolean isOfPage(Blocking refusal) {
        return refusal.rule().isOfPage() || isNamed(refusal) || isCalled(refusal) || isOfNamedSheet(refusal);
    }

    /** Whether it is a font of a style sheet that the page's files name: what is written in it is written by the page's choice. */
    public boolean isOfNamedSheet(Blocking refusal) {
        return letters.contains(refusal.url());
    }

    /**
     * Whether it is a picture of the page's CSS that needs the host's word: a mask or the shape that text flows around (CSS
     * Masking, 2; CSS Shapes, 3). Backgrounds need none, and what a script reads of one is no loss of the CSS.
     */
    public boolean isOfCss(Blocking refusal) {
        return refusal.rule() == BlockingRule.CORS && drawn.contains(refusal.url());
    }

    /** Whether the page's own code calls it. */
    public boolean isCalled(Blocking refusal) {
        return called.contains(refusal.url());
    }

    /** Whether a file of the page names it, so that it does not come and go with what other sites' scripts do. */
    public boolean isNamed(Blocking refusal) {
        return named.stream().anyMatch(url -> url.toString().equals(refusal.url()))
                || refusal.rule() == BlockingRule.FRAME && framed.contains(refusal.url());
    }
}
