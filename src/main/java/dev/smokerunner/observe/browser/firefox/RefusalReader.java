package dev.smokerunner.observe.browser.firefox;

import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.CorsFlaw;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.NamedAddresses;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.observation.RefusalFact.RefusedDigest;
import dev.smokerunner.observation.RefusalFact.RefusedType;
import dev.smokerunner.observation.RefusalFact.UncomparedDigest;
import dev.smokerunner.observation.RefusalFact.UndecodedFont;
import dev.smokerunner.observation.RefusalFact.UnreadIntegrity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Firefox says that it kept from a page, its policy apart. */
final class RefusalReader {
    /** The address is quoted in one of its sentences, that of credentials. */
    private static final Pattern CORS = Pattern.compile(
            "^Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘?([^\\s’]+?)’?\\."
                    + " \\(Reason: ([^\\n]*?)\\)\\.");

    /** The reasons of which the request itself tells more: it got no answer. */
    private static final Pattern NOT_BY_RULE = Pattern.compile("^CORS request did not succeed|^CORS request not HTTP");

    /** In order: what is said of preflights names the other headers too. */
    private static final Map<String, CorsFlaw> CORS_FLAWS = inOrder(
            "‘Access-Control-Allow-Origin’ missing", CorsFlaw.ABSENT,
            "‘Access-Control-Allow-Origin’ is ‘*’", CorsFlaw.WILDCARD,
            "‘Access-Control-Allow-Credentials’", CorsFlaw.NO_CREDENTIALS,
            "‘Access-Control-Allow-Origin’ does not match", CorsFlaw.OTHER_ORIGIN,
            "Multiple CORS header", CorsFlaw.SEVERAL,
            "preflight", CorsFlaw.PREFLIGHT,
            "‘Access-Control-Allow-Methods’", CorsFlaw.PREFLIGHT,
            "‘Access-Control-Allow-Headers’", CorsFlaw.PREFLIGHT);

    /** Each sentence with what it means. */
    private static final Map<Pattern, Function<MatchResult, MessageFact>> SENTENCES = sentences();

    private RefusalReader() {}

    static boolean isRefusal(String text) {
        return CORS.matcher(text).find() || fact(text).isPresent();
    }

    static List<MessageFact> read(String text) {
        return cors(text).or(() -> fact(text)).map(List::of).orElse(List.of());
    }

    private static Optional<MessageFact> fact(String text) {
        return SENTENCES.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey().matcher(text), entry.getValue()))
                .filter(entry -> entry.getKey().find())
                .map(entry -> entry.getValue().apply(entry.getKey().toMatchResult()))
                .findFirst();
    }

    private static Optional<MessageFact> cors(String text) {
        Matcher found = CORS.matcher(text);
        if (!found.find() || NOT_BY_RULE.matcher(found.group(2)).find()) {
            return Optional.empty();
        }
        String reason = found.group(2);
        CorsFlaw flaw = CORS_FLAWS.entrySet().stream()
                .filter(words -> reason.contains(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(CorsFlaw.OTHER);
        return Optional.of(new RefusedAddress(
                BlockingRule.CORS, found.group(1), Optional.empty(), Optional.of(flaw), new Quote(reason)));
    }

    private static Map<Pattern, Function<MatchResult, MessageFact>> sentences() {
        Map<Pattern, Function<MatchResult, MessageFact>> all = new LinkedHashMap<>();
        all.put(
                Pattern.compile("^None of the “(sha\\d{3})” hashes in the integrity attribute match the content of the"
                        + " subresource at “([^”]+)”\\. The computed hash is “([^”]+)”"),
                found -> new RefusedDigest(found.group(2), found.group(1) + "-" + found.group(3)));
        all.put(
                Pattern.compile("^“([^”]+)” is not eligible for integrity checks"),
                found -> new UncomparedDigest(found.group(1)));
        all.put(
                Pattern.compile("malformed hash in its integrity attribute: “([^”]*)”"),
                found -> new UnreadIntegrity(found.group(1)));
        all.put(
                Pattern.compile("^The resource from “([^”]+)” was blocked due to MIME type \\(“([^”]*)”\\) mismatch"),
                RefusalReader::type);
        all.put(
                Pattern.compile(
                        "^(?:Script|Loading (?:module|JSON module|CSS module|script|Worker)) from “([^”]+)”(?: with importScripts\\(\\))?"
                                + " was blocked because of a disallowed MIME type \\(“([^”]*)”\\)"),
                RefusalReader::type);
        all.put(
                Pattern.compile(
                        "^The stylesheet (\\S+) was not loaded because its MIME type, “([^”]*)”, is not “text/css”"),
                RefusalReader::type);
        all.put(
                Pattern.compile("^The loading of “([^”]+)” in a frame is denied by (“X-Frame-Options.*)"),
                found -> refused(BlockingRule.FRAME, found.group(1), found.group(2)));
        all.put(
                Pattern.compile("^Blocked loading mixed (?:active|display) content “([^”]+)”"),
                found -> refused(BlockingRule.MIXED_CONTENT, found.group(1), ""));
        // The same is said of a worker of another origin, whose script goes by the name of one.
        all.put(
                Pattern.compile("^Security Error: Content at \\S+ may not load data from"
                        + " ((?!\\S+\\.m?js\\.$)[^\\s#]+?)(?:#\\S*)?\\.$"),
                found -> refused(BlockingRule.SAME_ORIGIN, found.group(1), ""));
        all.put(
                Pattern.compile("^downloadable font: (?!download failed)[^\\n]{3,300} source: (\\S+)$"),
                found -> new UndecodedFont(found.group(1)));
        return all;
    }

    private static MessageFact type(MatchResult found) {
        return new RefusedType(
                found.group(2).toLowerCase(Locale.ROOT), false, new NamedAddresses(List.of(found.group(1))));
    }

    private static MessageFact refused(BlockingRule rule, String url, String reason) {
        return new RefusedAddress(rule, url, new Quote(reason));
    }

    private static Map<String, CorsFlaw> inOrder(Object... wordsAndFlaws) {
        Map<String, CorsFlaw> map = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndFlaws.length; i += 2) {
            map.put((String) wordsAndFlaws[i], (CorsFlaw) wordsAndFlaws[i + 1]);
        }
        return map;
    }
}
