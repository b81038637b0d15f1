package dev.smokerunner.check.view;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the browser kept from the page, and by which rule.
 *
 * @param fact what and by which rule
 * @param said the browser's words without the place, which is where the parser happened to be; empty where it says nothing
 */
public record Blocking(RefusedAddress fact, Quote said) {
    /** The rules of which browsers tell no more than that the request failed. */
    private static final Set<BlockingRule> WITHOUT_MESSAGE =
            EnumSet.of(BlockingRule.CORP, BlockingRule.COEP, BlockingRule.COEP_OF_FRAME, BlockingRule.FRAME);

    /** What a message says was kept from the page; empty for other messages, and for policies that only report. */
    static Optional<Blocking> of(BrowserMessage message) {
        return message.facts(RefusedAddress.class).findFirst().map(fact -> new Blocking(fact, Errors.said(message)));
    }

    /** What a request says was kept from the page without a message. */
    static Optional<Blocking> of(BrowserRequest request) {
        return request.failure().flatMap(failure -> failure.rule()
                .filter(WITHOUT_MESSAGE::contains)
                .map(rule -> new RefusedAddress(rule, request.url().toString(), failure.quote()))
                .or(() -> unframed(request, failure))
                .map(fact -> new Blocking(fact, Quote.EMPTY)));
    }

    /** Of a frame of another site Chromium tells in that frame, where nobody listens; its answer says what forbids it. */
    private static Optional<RefusedAddress> unframed(BrowserRequest request, NetworkFailure failure) {
        if (request.kind() != BrowserRequest.Kind.FRAME || failure.kind() != NetworkFailure.Kind.BLOCKED) {
            return Optional.empty();
        }
        Headers headers = request.headers();
        return headers.first("x-frame-options")
                .map(value -> "X-Frame-Options: " + value)
                .or(() -> headers.first("content-security-policy").filter(policy -> policy.contains("frame-ancestors")))
                .map(said ->
                        new RefusedAddress(BlockingRule.FRAME, request.url().toString(), new Quote(said)));
    }

    public BlockingRule rule() {
        return fact.rule();
    }

    public String url() {
        return fact.url();
    }

    /** Whether the page holds it within itself, so that no server is asked for it. */
    public boolean isOwnData() {
        return url().startsWith("data:") || url().startsWith("blob:");
    }

    /** Whether a directive of that name forbids it. */
    public boolean isBy(String directive) {
        return fact.directive().filter(one -> one.isOf(directive)).isPresent();
    }

    /** Whether a policy forbids it, and what it forbids belongs to a directive, though a more general one may stand in for it. */
    public boolean isFor(String directive) {
        return fact.directive().filter(one -> one.isFor(directive)).isPresent();
    }

    /** The name of the directive that forbids it; empty where another rule does. */
    public String directive() {
        return fact.directive().map(PolicyDirective::name).orElse("");
    }
}
