package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedDigest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The browser's word that a file does not have the bytes that were asked for.
 *
 * @param url the file
 * @param digest the digest of what came, as attributes write it
 * @param said the browser's words without the place, which is where the parser happened to be
 */
record IntegrityRefusal(String url, String digest, Quote said) {

    /** The browser's words on one line. */
    String line() {
        return Format.line(said);
    }

    /** All of them by URL. */
    static Map<String, IntegrityRefusal> of(PageObservation page) {
        Map<String, IntegrityRefusal> refusals = new LinkedHashMap<>();
        for (BrowserMessage message : Errors.of(page)) {
            message.facts(RefusedDigest.class)
                    .forEach(fact -> refusals.putIfAbsent(
                            fact.url(), new IntegrityRefusal(fact.url(), fact.digest(), Errors.said(message))));
        }
        return refusals;
    }
}
