package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code or style within the page that its Content-Security-Policy does not allow.
 *
 * @param kind what it is
 * @param directive the directive that forbids it
 * @param hash the hash that would allow it, e.g. {@code sha256-…}; empty where the browser names none
 * @param message the browser's words
 */
record InlineRefusal(Kind kind, String directive, String hash, BrowserMessage message) {
    private static final Pattern INLINE = Pattern.compile(
            "^(?:Executing|Applying|Refused to execute|Refused to apply|Running)(?: the)? (inline script|inline style"
                    + "|inline event handler|JavaScript navigation|javascript: URL)[^\"']{0,20} violates the"
                    + " following Content Security Policy directive:? ?(.*)",
            Pattern.DOTALL);
    private static final Pattern HASH = Pattern.compile("\\('(sha256-[A-Za-z0-9+/_-]{43}=?)'\\)");

    /** What stands in the page. */
    enum Kind {
        /** A script element. */
        SCRIPT,
        /** A style element or attribute. */
        STYLE,
        /** An attribute such as {@code onclick}, or a {@code javascript:} link. */
        HANDLER
    }

    /** What a message says was not run or applied; empty for other messages. */
    static Optional<InlineRefusal> of(BrowserMessage message) {
        boolean isBrowsersOwn = message.source() == Source.SECURITY && message.level() == Level.ERROR;
        Matcher matcher = INLINE.matcher(message.quote().text().replace("because it violates", "violates"));
        if (!isBrowsersOwn || !matcher.find()) {
            return Optional.empty();
        }
        Kind kind =
                switch (matcher.group(1)) {
                    case "inline script" -> Kind.SCRIPT;
                    case "inline style" -> Kind.STYLE;
                    default -> Kind.HANDLER;
                };
        Matcher hash = HASH.matcher(message.quote().text());
        return Optional.of(new InlineRefusal(
                kind, Refusal.directive(matcher.group(2)), hash.find() ? hash.group(1) : "", message));
    }

    /** The element of the page's HTML that is meant; empty for attributes, and for what a script has put there. */
    Optional<HtmlElement> element(PageObservation page) {
        Optional<HtmlDocument> html = page.html().value();
        boolean isOfPage = message.url().isPresent()
                && html.map(HtmlDocument::url)
                        .filter(url -> message.url().get().split("#", 2)[0].equals(url.toString()))
                        .isPresent();
        if (!isOfPage || kind == Kind.HANDLER) {
            return Optional.empty();
        }
        List<HtmlElement> candidates = html.orElseThrow().elements().stream()
                .filter(element -> element.name().equals(kind == Kind.SCRIPT ? "script" : "style"))
                .filter(element -> !element.inert() && element.attribute("src").isEmpty())
                .toList();
        return candidates.stream()
                .filter(element ->
                        !hash.isEmpty() && Digest.SHA256.of(element.text()).equals(hash))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(element -> hash.isEmpty() && element.startTag().line() <= message.line())
                        .max(Comparator.comparingInt(
                                element -> element.startTag().start())));
    }
}
