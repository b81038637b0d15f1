package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page announces by {@code <meta http-equiv=refresh>} or the header field {@code Refresh}: another page, after a while.
 *
 * @param after how long after the page is loaded; at most 999,999 s
 * @param to where to
 */
record PageRefresh(Duration after, URI to) {
    /** The form that the HTML standard reads ("shared declarative refresh steps"); fractions of a second are left out there too. */
    private static final Pattern FORM = Pattern.compile(
            "\\s*(\\d{1,6})[.\\d]*(?:\\s*[;,]\\s*|\\s+)(?:url\\s*=\\s*)?([\"']?)(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads it; empty where it names no other page, as one does that loads itself again. */
    static Optional<PageRefresh> of(String content, URI page) {
        Matcher matcher = FORM.matcher(content);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String quote = matcher.group(2);
        String rest = matcher.group(3);
        int end = quote.isEmpty() ? -1 : rest.indexOf(quote);
        String to = (end < 0 ? rest : rest.substring(0, end)).strip();
        Duration after = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        return Optional.of(to)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> UrlResolver.resolve(page, text))
                .filter(address -> !address.equals(page))
                .map(address -> new PageRefresh(after, address));
    }
}
