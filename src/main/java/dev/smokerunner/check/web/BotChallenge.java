package dev.smokerunner.check.web;

import dev.smokerunner.observation.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A firewall that first wants to see whether a browser is used by a person: it answers in the page's place. Visitors pass it
 * without noticing, and a machine does not; so it says nothing about the page.
 *
 * <p>Known by nothing but the header field that the firewall's maker documents for it. What its page says, and a plain 403, are
 * no evidence: a bucket that may not be read answers the same.
 *
 * @param firewall the maker's name for it
 * @param field the header field by which it is known
 * @param values the values by which it is, in lower case
 */
public record BotChallenge(String firewall, String field, Set<String> values) {

    private static final List<BotChallenge> KNOWN = List.of(
            // developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response
            new BotChallenge("Cloudflare", "cf-mitigated", Set.of("challenge")),
            // docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html
            new BotChallenge("AWS WAF", "x-amzn-waf-action", Set.of("challenge", "captcha")),
            // As its firewall sends it, with 429, in Attack Challenge Mode: vercel.com/docs/vercel-firewall
            new BotChallenge("Vercel", "x-vercel-mitigated", Set.of("challenge")));

    /** Copies the values. */
    public BotChallenge {
        values = Set.copyOf(values);
    }

    /** The challenge that an answer with these header fields is, if it is one. */
    public static Optional<BotChallenge> in(Headers headers) {
        return KNOWN.stream()
                .filter(known -> headers.first(known.field())
                        .filter(value -> known.values().contains(value.strip().toLowerCase(Locale.ROOT)))
                        .isPresent())
                .findFirst();
    }
}
