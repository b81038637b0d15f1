package dev.smokerunner.observe.browser.firefox;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observation.RefusalFact.RefusedInline;
import dev.smokerunner.observation.RefusalFact.RefusedText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Firefox says that a page's Content-Security-Policy kept from it. A policy that only reports says "would block". */
final class PolicyReader {
    private static final String START = "^Content-Security-Policy: The page’s settings blocked ";

    /** "a script (script-src-elem) at U from being executed because …", "the loading of a resource (img-src) at U because …". */
    private static final Pattern ADDRESS = Pattern.compile(START
            + "[a-z ]{3,60} \\(([a-z-]+)\\) at (\\S+) (?:from being \\w+ )?because it violates the following directive:"
            + " “([^”]*)”");

    /** "an inline script (script-src-elem) from being executed because it violates …". */
    private static final Pattern INLINE = Pattern.compile(START
            + "(?:an? )?(inline script|inline style|event handler|javascript: (?:URI|URL|navigation)|JavaScript navigation)"
            + " \\(([a-z-]+)\\) from being \\w+ because it violates the following directive: “([^”]*)”");

    private static final Pattern HASH = Pattern.compile("\\('(sha256-[A-Za-z0-9+/_-]{43}=?)'");

    /** "a JavaScript eval (script-src) from being executed …", "WebAssembly (script-src) from being executed …". */
    private static final Pattern EVALUATION =
            Pattern.compile(START + "(?:a JavaScript eval|(?:a )?WebAssembly[a-z ]{0,20}) \\(");

    /** Quoted by the wrong marks in Firefox 153: {@code “require-trusted-types-for ’script’“}. */
    private static final Pattern UNCHECKED_TEXT = Pattern.compile(
            START + "assigning to an injection sink because it violates the following directive: “([^”“]*)");

    private static final Pattern EFFECTIVE = Pattern.compile(START + "[A-Za-z: ]{3,60} \\(([a-z-]+)\\)");

    private PolicyReader() {}

    static boolean isPolicy(String text) {
        return text.startsWith("Content-Security-Policy: The page’s settings blocked");
    }

    static boolean isEvaluation(String text) {
        return EVALUATION.matcher(text).find();
    }

    /** The directive that is for such things, which need not be the one that the page has. */
    static String effectiveDirective(String text) {
        Matcher directive = EFFECTIVE.matcher(text);
        return directive.find() ? directive.group(1) : "";
    }

    static BrowserRequest.Kind kind(String directive) {
        return switch (directive) {
            case "script-src", "script-src-elem" -> BrowserRequest.Kind.SCRIPT;
            case "style-src", "style-src-elem" -> BrowserRequest.Kind.STYLE;
            case "img-src" -> BrowserRequest.Kind.IMAGE;
            case "font-src" -> BrowserRequest.Kind.FONT;
            case "connect-src" -> BrowserRequest.Kind.CALL;
            case "frame-src", "child-src" -> BrowserRequest.Kind.FRAME;
            case "manifest-src" -> BrowserRequest.Kind.MANIFEST;
            default -> BrowserRequest.Kind.OTHER;
        };
    }

    static List<MessageFact> read(String text) {
        return address(text)
                .or(() -> inline(text))
                .or(() -> unchecked(text))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<MessageFact> address(String text) {
        Matcher found = ADDRESS.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        PolicyDirective directive = new PolicyDirective(found.group(3));
        // The one directive that is not the page's: what is framed says by whom, and the address is that of the page
        // around it.
        return directive.isOf("frame-ancestors")
                ? Optional.empty()
                : Optional.of(new RefusedAddress(
                        BlockingRule.CSP,
                        found.group(2),
                        Optional.of(directive),
                        Optional.empty(),
                        new Quote(directive.text())));
    }

    private static Optional<MessageFact> inline(String text) {
        Matcher found = INLINE.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        RefusedInline.Kind kind =
                switch (found.group(1)) {
                    case "inline script" -> RefusedInline.Kind.SCRIPT;
                    case "inline style" -> RefusedInline.Kind.STYLE;
                    default -> RefusedInline.Kind.HANDLER;
                };
        Matcher hash = HASH.matcher(text);
        return Optional.of(new RefusedInline(
                kind,
                new PolicyDirective(found.group(3)),
                hash.find() ? Optional.of(hash.group(1)) : Optional.empty()));
    }

    private static Optional<MessageFact> unchecked(String text) {
        Matcher found = UNCHECKED_TEXT.matcher(text);
        return found.find()
                ? Optional.of(new RefusedText(new PolicyDirective(found.group(1).replace('’', '\''))))
                : Optional.empty();
    }
}
