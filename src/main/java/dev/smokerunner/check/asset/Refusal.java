package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Quote;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the browser kept from the page, and by which rule.
 *
 * @param reason the rule
 * @param url what was kept away, as the browser writes it; of a frame it may be the origin alone
 * @param detail the directive of the policy, or what the answer lacks; empty where the browser does not say
 * @param line the browser's words without the place, which is where the parser happened to be; empty where it says nothing
 */
record Refusal(Reason reason, String url, String detail, String line) {
    /** Chromium's wording has changed over the years: "Refused to load the script 'U' because it violates …" was the old one. */
    private static final Pattern CSP = Pattern.compile(
            "^[^'\"]{3,60}'([^']+)'[^'\"]{0,40} violates the (?:following|document's)"
                    + " Content Security Policy directive:? ?[\"']?(.*)",
            Pattern.DOTALL);

    private static final Pattern END_OF_DIRECTIVE = Pattern.compile("[\"'] ?\\.( |$|\\n)");
    private static final Pattern CORS = Pattern.compile(
            "^Access to .{2,60}? at '([^']+)'.{0,2100}? has been blocked by CORS policy: (.*)", Pattern.DOTALL);
    private static final Pattern MIXED =
            Pattern.compile("^Mixed Content: .*? insecure [a-zA-Z ]{3,60}'([^']+)'.*has been blocked", Pattern.DOTALL);
    private static final Pattern FRAME =
            Pattern.compile("^Refused to (?:display|frame) '([^']+)' .*?(X-Frame-Options.*|frame-ancestors.*)");
    private static final String COEP = "NotSameOriginAfterDefaultedToSameOriginBy";
    private static final String CORP = "ERR_BLOCKED_BY_RESPONSE.NotSame";

    /** A rule by which browsers keep things from pages. */
    enum Reason {
        /** The page's Content-Security-Policy. */
        CSP,
        /** The page is secure, and what it names is not. */
        MIXED_CONTENT,
        /** The page wants all that it embeds to agree to that. */
        COEP,
        /** The answer does not allow the page's origin to read it. */
        CORS,
        /** The answer does not allow other origins or sites to embed it. */
        CORP,
        /** The answer does not allow to be framed. */
        FRAME;

        /** Whether the page itself asked for the rule: then whose host it is says nothing about whose fault. */
        boolean isOfPage() {
            return this == CSP || this == MIXED_CONTENT || this == COEP;
        }
    }

    /** What a message says was kept from the page; empty for other messages, and for policies that only report. */
    static Optional<Refusal> of(BrowserMessage message) {
        boolean isBrowsersOwn = message.source() == Source.SECURITY || message.source() == Source.OTHER;
        if (!isBrowsersOwn
                || message.level() != Level.ERROR
                || message.quote().text().startsWith("[Report Only]")) {
            return Optional.empty();
        }
        return match(message, Reason.FRAME, FRAME)
                .or(() -> byPolicy(message))
                .or(() -> match(message, Reason.CORS, CORS))
                .or(() -> match(message, Reason.MIXED_CONTENT, MIXED));
    }

    /** What a request says was kept from the page without a message. */
    static Optional<Refusal> of(BrowserRequest request) {
        return request.failure()
                .map(NetworkFailure::message)
                .filter(words -> words.contains(CORP))
                .map(words -> new Refusal(
                        words.contains(COEP) ? Reason.COEP : Reason.CORP,
                        request.url().toString(),
                        words,
                        ""));
    }

    private static Optional<Refusal> byPolicy(BrowserMessage message) {
        // In the old wording the cause comes between: "Refused to load the script 'U' because it violates …".
        Matcher matcher = CSP.matcher(message.quote().text().replace("because it violates", "violates"));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String directive = directive(matcher.group(2));
        // The one directive that is not the page's: what is framed says by whom.
        Reason reason = directive.startsWith("frame-ancestors") ? Reason.FRAME : Reason.CSP;
        return Optional.of(new Refusal(
                reason, matcher.group(1), directive, Words.line(message.quote().text())));
    }

    private static Optional<Refusal> match(BrowserMessage message, Reason reason, Pattern pattern) {
        Matcher matcher = pattern.matcher(message.quote().text());
        return matcher.find()
                ? Optional.of(new Refusal(
                        reason,
                        matcher.group(1),
                        matcher.groupCount() > 1 ? Words.line(matcher.group(2)) : "",
                        Words.line(message.quote().text())))
                : Optional.empty();
    }

    /** The directive at the start of a text that goes on after its closing quote. */
    static String directive(String text) {
        String start = text.startsWith("\"") || text.startsWith("'") ? text.substring(1) : text;
        Matcher end = END_OF_DIRECTIVE.matcher(start);
        return (end.find() ? start.substring(0, end.start()) : start).strip();
    }

    /** The browser's words, to be found again where another check tells of them. */
    Quote quote() {
        return new Quote(line);
    }
}
