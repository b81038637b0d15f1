package dev.smokerunner.check.asset;

import dev.smokerunner.detection.Verb;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import java.util.Optional;

/**
 * What a status that is no success means for an asset.
 *
 * @param verb the verb of a sentence that begins with the asset
 * @param words the end of that sentence
 * @param isMissing whether it is not there, rather than kept back
 * @param hint what to do about it; empty for a missing asset, whose name may say more
 */
record StatusMeaning(Verb verb, String words, boolean isMissing, String hint) {
    /** In bytes: an error of S3 has a few hundred. Our own bound. */
    private static final int READ = 4096;

    /** What a status means. */
    static StatusMeaning of(int status, Optional<HttpResponse> plain) {
        String body = plain.filter(response -> response.status() == status)
                .map(response -> new String(response.body().start(READ), java.nio.charset.StandardCharsets.UTF_8))
                .orElse("");
        return switch (status) {
            case 304 ->
                kept(
                        Verb.DO,
                        " not load: 304, not modified, to who has no copy of it",
                        "a cache on the way passes on the answer to somebody else's question, or the server compares with a"
                                + " date alone: only a request with If-None-Match or If-Modified-Since may be answered so");
            case 404 -> missing(" missing: 404");
            case 410 -> missing(" missing: 410, gone for good");
            case 401 ->
                kept(
                        Verb.BE,
                        " kept back: 401, credentials needed",
                        "the page itself needs none: neither may its assets");
            case 403 -> forbidden(body);
            case 407 -> kept(Verb.DO, " not load: 407, a proxy wants credentials", "");
            case 429 ->
                kept(Verb.DO, " not load: 429, too many requests", "the server limits how much one client may ask for");
            case 451 -> kept(Verb.BE, " withheld for legal reasons: 451", "");
            default -> other(status);
        };
    }

    private static StatusMeaning forbidden(String body) {
        if (body.contains("<Code>AccessDenied</Code>")) {
            return missing(" missing (S3 answers 403 for a missing key when listing is not allowed)");
        }
        return kept(
                Verb.BE,
                " refused: 403",
                "the server may not read the file or may not serve it: compare its rights with those of a file that is"
                        + " served; a bucket that may not be listed answers so for what is missing, and a firewall or CDN"
                        + " for what one of its rules forbids: its log says which");
    }

    private static StatusMeaning other(int status) {
        String hint = status == 502 || status == 503 || status == 504
                ? "the server behind the one that answered is down, busy or too slow"
                : status >= 500 ? "the server's own log says why" : "";
        return kept(Verb.DO, " not load: " + status, hint);
    }

    private static StatusMeaning missing(String words) {
        return new StatusMeaning(Verb.BE, words, true, "");
    }

    private static StatusMeaning kept(Verb verb, String words, String hint) {
        return new StatusMeaning(verb, words, false, hint);
    }
}
