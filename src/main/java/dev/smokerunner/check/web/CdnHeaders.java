package dev.smokerunner.check.web;

import dev.smokerunner.check.web.CacheNews.Kind;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.Headers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what caches write into the header fields of their answers, each in its own way.
 *
 * <p>The lists are what each documents of itself: RFC 9211 for {@code Cache-Status}; Cloudflare, Vercel, Netlify, CloudFront, Azure
 * Front Door, Fastly, Akamai (whose words are Squid's, such as {@code TCP_HIT}), Varnish and Google's cache for their own fields and
 * for {@code Via} and {@code Server}; nginx for {@code $upstream_cache_status}, which its examples send as {@code X-Cache-Status} or
 * {@code X-Proxy-Cache}; S3, Google Cloud Storage and Azure Blob Storage for {@code Server}.
 */
public final class CdnHeaders {
    private static final int LONGEST_VALUE = 80;
    /** Where caches say whether they had an answer, the most telling first. */
    private static final List<String> STATES =
            List.of("CF-Cache-Status", "X-Vercel-Cache", "X-Cache", "X-Cache-Status", "X-Proxy-Cache", "Cache-Status");
    /** Fields that only one cache writes, and whose they are. */
    private static final List<Map.Entry<String, String>> MARKS = List.of(
            Map.entry("cf-ray", "Cloudflare"),
            Map.entry("cf-cache-status", "Cloudflare"),
            Map.entry("x-amz-cf-id", "CloudFront"),
            Map.entry("x-azure-ref", "Azure Front Door"),
            Map.entry("x-vercel-cache", "Vercel"),
            Map.entry("x-nf-request-id", "Netlify"),
            Map.entry("x-varnish", "Varnish"));
    /** Names by which caches call themselves in other fields. */
    private static final List<Map.Entry<String, String>> NAMES = List.of(
            Map.entry("cloudfront", "CloudFront"),
            Map.entry("akamai", "Akamai"),
            Map.entry("cloudflare", "Cloudflare"),
            Map.entry("fastly", "Fastly"),
            Map.entry("varnish", "Varnish"),
            Map.entry("1.1 google", "Google's cache"),
            Map.entry("netlify", "Netlify"),
            Map.entry("squid", "Squid"),
            Map.entry("tcp_", "Akamai"));

    private static final List<Map.Entry<String, String>> ORIGINS = List.of(
            Map.entry("amazons3", "S3"),
            Map.entry("uploadserver", "Google Cloud Storage"),
            Map.entry("windows-azure-blob", "Azure Blob Storage"));

    /** How caches say what they did, the more particular before what it contains. */
    private static final List<Map.Entry<Kind, Pattern>> KINDS = List.of(
            Map.entry(Kind.NEGATIVE_HIT, Pattern.compile("NEGATIVE")),
            Map.entry(Kind.ERROR, Pattern.compile("ERROR FROM")),
            Map.entry(Kind.DENIED, Pattern.compile("DENIED")),
            Map.entry(Kind.STALE, Pattern.compile("FAIL_HIT|^STALE|^UPDATING")),
            Map.entry(Kind.HIT, Pattern.compile("HIT|^REVALIDATED|^PRERENDER")),
            Map.entry(Kind.MISS, Pattern.compile("MISS|FWD=|NOCACHE|^(EXPIRED|DYNAMIC|BYPASS|PASS)$")));

    private CdnHeaders() {}

    /** What an answer says about caches; absent where it says nothing. */
    public static Optional<CacheNews> of(Headers headers) {
        List<String> quoted = new ArrayList<>();
        Kind kind = kind(headers, quoted);
        Optional<Duration> age = age(headers);
        age.ifPresent(time -> quoted.add("Age: " + time.toSeconds()));
        String origin = origin(headers, quoted);
        Optional<String> cache = cache(headers);
        boolean saysNothing = kind == Kind.UNKNOWN && age.isEmpty() && origin.isEmpty();
        return saysNothing
                ? Optional.empty()
                : Optional.of(new CacheNews(cache.orElse("a cache"), origin, kind, age, quoted));
    }

    private static Kind kind(Headers headers, List<String> quoted) {
        for (String state : STATES) {
            Optional<String> value = headers.first(state);
            Kind kind = value.map(CdnHeaders::kind).orElse(Kind.UNKNOWN);
            if (kind != Kind.UNKNOWN) {
                quoted.add(state + ": " + Format.line(value.orElse(""), LONGEST_VALUE));
                return kind;
            }
        }
        // Varnish names the request that it kept an answer of beside this one.
        Optional<String> varnish = headers.first("x-varnish").map(String::strip);
        varnish.ifPresent(ids -> quoted.add("X-Varnish: " + Format.line(ids, LONGEST_VALUE)));
        return varnish.map(ids -> ids.contains(" ") ? Kind.HIT : Kind.MISS).orElse(Kind.UNKNOWN);
    }

    private static Kind kind(String value) {
        String all = value.toUpperCase(Locale.ROOT);
        // Of several caches the last is the one that answered us.
        String last = all.substring(all.lastIndexOf(',') + 1).strip();
        return KINDS.stream()
                .filter(kind -> kind.getValue().matcher(last).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.UNKNOWN);
    }

    private static Optional<Duration> age(Headers headers) {
        // Ten digits are three centuries: what is longer is no age.
        return headers.first("age")
                .map(String::strip)
                .filter(age -> age.matches("\\d{1,10}"))
                .map(age -> Duration.ofSeconds(Long.parseLong(age)));
    }

    private static Optional<String> cache(Headers headers) {
        if (isBehindFastly(headers)) {
            return Optional.of("Fastly");
        }
        String told = Stream.of("via", "x-cache", "server", "cache-status")
                .flatMap(name -> headers.first(name).stream())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return MARKS.stream()
                .filter(mark -> headers.first(mark.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> NAMES.stream()
                        .filter(word -> told.contains(word.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }

    private static boolean isBehindFastly(Headers headers) {
        return headers.first("x-served-by")
                .filter(by -> by.startsWith("cache-"))
                .isPresent();
    }

    private static String origin(Headers headers, List<String> quoted) {
        headers.first("x-amz-error-code")
                .ifPresent(code -> quoted.add("x-amz-error-code: " + Format.line(code, LONGEST_VALUE)));
        String server = headers.first("server").orElse("");
        Optional<String> known = ORIGINS.stream()
                .filter(origin -> server.toLowerCase(Locale.ROOT).startsWith(origin.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        known.ifPresent(name -> quoted.add("Server: " + Format.line(server, LONGEST_VALUE)));
        return known.orElse("");
    }
}
