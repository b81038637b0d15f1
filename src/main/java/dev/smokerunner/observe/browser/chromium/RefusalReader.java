package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.CorsFlaw;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observation.RefusalFact.RefusedInline;
import dev.smokerunner.observation.RefusalFact.RefusedInline.Kind;
import dev.smokerunner.observation.RefusalFact.SwallowedDirective;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what Chromium says that it kept from a page by a rule.
 *
 * <p>The protocol's own issues name the directive of a policy without what it allows, and no hash of what stands in the page:
 * the sentence says both.
 */
final class RefusalReader {
    /** A policy that only reports; nothing was kept away. */
    private static final String REPORT_ONLY = "[Report Only]";

    /**
     * "Loading the script 'U' violates the following Content Security Policy directive: …"; old: "Refused to load the script
     * 'U' because it violates the following …" and "… because it violates the document's …". Of a base: "Setting
     * the document's base URI to 'U' violates …". Of a frame that is a {@code data:} address nothing stands between the
     * quotes, and the text of a picture may have quotes in it.
     */
    private static final Pattern POLICY = Pattern.compile(
            "^(?:Setting the document's|[^'\"]{3,60})[^'\"]{0,60}'([^']*|data:.*?)'[^'\"]{0,40} violates the (?:following|document's)"
                    + " Content Security Policy directive:? ?[\"']?(.*)",
            Pattern.DOTALL);

    /** "Executing inline script violates the following …"; old: "Refused to execute inline script because it violates …". */
    private static final Pattern INLINE = Pattern.compile(
            "^(?:Executing|Applying|Refused to execute|Refused to apply|Running)(?: the)? (inline script|inline style"
                    + "|inline event handler|JavaScript navigation|javascript: URL)[^\"']{0,20} violates the"
                    + " following Content Security Policy directive:? ?(.*)",
            Pattern.DOTALL);

    /** What an address is of which Chromium 156 writes nothing, since its origin is no other's. */
    private static final String DATA = "data:";

    private static final String OLD_BETWEEN = "because it violates";
    private static final String BETWEEN = "violates";

    private static final Pattern END_OF_DIRECTIVE = Pattern.compile("[\"'] ?\\.( |$|\\n)");
    /** Of a directive that stands in: "Note that 'img-src' was not explicitly set, so 'default-src' is used as a fallback". */
    private static final Pattern STANDS_IN = Pattern.compile("Note that '([a-z-]{3,40})' was not explicitly set");

    private static final Pattern HASH = Pattern.compile("\\('(sha256-[A-Za-z0-9+/_-]{43}=?)'\\)");
    private static final Pattern CORS = Pattern.compile(
            "^Access to .{2,60}? at '([^']+)'.{0,2100}? has been blocked by CORS policy: (.*)", Pattern.DOTALL);
    private static final Map<String, CorsFlaw> CORS_FLAWS = Map.of(
            "No 'Access-Control-Allow-Origin' header", CorsFlaw.ABSENT,
            "must not be the wildcard", CorsFlaw.WILDCARD,
            "'Access-Control-Allow-Credentials' header", CorsFlaw.NO_CREDENTIALS,
            "is not equal to the supplied origin", CorsFlaw.OTHER_ORIGIN,
            "contains multiple values", CorsFlaw.SEVERAL,
            "preflight", CorsFlaw.PREFLIGHT);

    private static final Pattern MIXED =
            Pattern.compile("^Mixed Content: .*? insecure [a-zA-Z ]{3,60}'([^']+)'.*has been blocked", Pattern.DOTALL);
    private static final Pattern FRAME =
            Pattern.compile("^Refused to (?:display|frame) '([^']+)' .*?(X-Frame-Options.*|frame-ancestors.*)");

    /** "The Content-Security-Policy directive 'script-src' contains 'style-src' as a source expression. Did you …". */
    private static final Pattern SWALLOWED =
            Pattern.compile("^The Content[- ]Security[- ]Policy directive '([a-z-]{3,40})'"
                    + " contains '([a-z-]{3,40})' as a source expression");

    /** Of what {@code <use>} names on another origin. */
    private static final Pattern DRAWN_FROM_ELSEWHERE =
            Pattern.compile("^Unsafe attempt to load URL ([^\\s#]+)\\S* from frame with URL ");

    private RefusalReader() {}

    /** What a message that the browser itself wrote as an error says of one address. */
    static Stream<RefusalFact> addresses(String text) {
        return text.startsWith(REPORT_ONLY)
                ? Stream.empty()
                : match(BlockingRule.FRAME, FRAME, text)
                        .or(() -> byPolicy(text))
                        .or(() -> match(BlockingRule.CORS, CORS, text))
                        .or(() -> match(BlockingRule.SAME_ORIGIN, DRAWN_FROM_ELSEWHERE, text))
                        .or(() -> match(BlockingRule.MIXED_CONTENT, MIXED, text))
                        .stream();
    }

    /** What a message that the browser itself wrote as an error says of code or style within the page. */
    static Stream<RefusalFact> inline(String text) {
        Matcher matcher = INLINE.matcher(text.replace(OLD_BETWEEN, BETWEEN));
        if (!matcher.find()) {
            return Stream.empty();
        }
        Kind kind =
                switch (matcher.group(1)) {
                    case "inline script" -> Kind.SCRIPT;
                    case "inline style" -> Kind.STYLE;
                    default -> Kind.HANDLER;
                };
        Matcher hash = HASH.matcher(text);
        return Stream.of(new RefusedInline(
                kind, directive(matcher.group(2)), hash.find() ? Optional.of(hash.group(1)) : Optional.empty()));
    }

    /** What a message that the browser itself wrote says of a semicolon that a policy lacks. */
    static Stream<RefusalFact> swallowed(String text) {
        return SWALLOWED.matcher(text).results().map(found -> new SwallowedDirective(found.group(1), found.group(2)));
    }

    private static Optional<RefusalFact> byPolicy(String text) {
        Matcher matcher = POLICY.matcher(text.replace(OLD_BETWEEN, BETWEEN));
        if (!matcher.find()) {
            return Optional.empty();
        }
        PolicyDirective directive = directive(matcher.group(2));
        // The one directive that is not the page's: what is framed says by whom.
        BlockingRule rule = directive.isOf("frame-ancestors") ? BlockingRule.FRAME : BlockingRule.CSP;
        return Optional.of(new RefusedAddress(
                rule,
                matcher.group(1).isEmpty() ? DATA : matcher.group(1),
                Optional.of(directive),
                Optional.empty(),
                new Quote(directive.text())));
    }

    private static Optional<RefusalFact> match(BlockingRule rule, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String reason = matcher.groupCount() > 1 ? matcher.group(2) : "";
        Optional<CorsFlaw> cors =
                Optional.of(reason).filter(words -> rule == BlockingRule.CORS).map(RefusalReader::flaw);
        return Optional.of(new RefusedAddress(rule, matcher.group(1), Optional.empty(), cors, new Quote(reason)));
    }

    /** By the words of Chromium 156; "preflight" stands in all that it says of the request before. */
    private static CorsFlaw flaw(String reason) {
        return CORS_FLAWS.entrySet().stream()
                .filter(words -> reason.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .min(Comparator.comparing(flaw -> flaw != CorsFlaw.PREFLIGHT))
                .orElse(CorsFlaw.OTHER);
    }

    /** The directive at the start of a text that goes on after its closing quote. */
    private static PolicyDirective directive(String text) {
        String start = text.startsWith("\"") || text.startsWith("'") ? text.substring(1) : text;
        Matcher end = END_OF_DIRECTIVE.matcher(start);
        PolicyDirective read = new PolicyDirective((end.find() ? start.substring(0, end.start()) : start).strip());
        Matcher standsIn = STANDS_IN.matcher(start);
        // That script-src counts for script-src-elem as well is how policies are written.
        return standsIn.find() && !standsIn.group(1).startsWith(read.name() + "-")
                ? new PolicyDirective(read.text(), Optional.of(standsIn.group(1)))
                : read;
    }
}
