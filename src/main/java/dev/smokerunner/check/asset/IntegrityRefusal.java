package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Quote;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The browser's word that a file does not have the bytes that were asked for.
 *
 * @param url the file
 * @param digest the digest of what came, as attributes write it
 * @param line the browser's words without the place, which is where the parser happened to be
 */
record IntegrityRefusal(String url, String digest, String line) {
    private static final Pattern WORDS =
            Pattern.compile("^Failed to find a valid digest in the 'integrity' attribute for"
                    + " resource '([^']+)' with computed (SHA-?\\d{3}) integrity '([A-Za-z0-9+/=_-]+)'");

    /** All of them by URL. */
    static Map<String, IntegrityRefusal> of(PageObservation page) {
        Map<String, IntegrityRefusal> refusals = new LinkedHashMap<>();
        for (BrowserMessage message : Errors.of(page)) {
            Matcher matcher = WORDS.matcher(message.quote().text());
            if (message.source() == Source.SECURITY && message.level() == Level.ERROR && matcher.find()) {
                String algorithm = matcher.group(2).toLowerCase(Locale.ROOT).replace("-", "");
                refusals.putIfAbsent(
                        matcher.group(1),
                        new IntegrityRefusal(
                                matcher.group(1),
                                algorithm + "-" + matcher.group(3),
                                Words.line(message.quote().text())));
            }
        }
        return refusals;
    }

    /** The browser's words, to be found again where another check tells of them. */
    Quote quote() {
        return new Quote(line);
    }
}
