package dev.smokerunner.check.page;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that are asked for by the name of a language and its region, as in {@code en-GB/site.json}: where there are none of the
 * region, those of the language are meant to do (RFC 4647, 3.4: Lookup).
 */
final class LanguageLookup {
    /** Language, and a script, region or both behind it (RFC 5646, 2.1), as a part of a path or of a file's name. */
    private static final Pattern TAG =
            Pattern.compile("(?<=[/._-])([a-z]{2,3})(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Za-z]{2}|\\d{3}))?(?=[/.])");

    private static final Set<Integer> MISSING = Set.of(404, 410);

    private LanguageLookup() {}

    /** Whether the texts of the region are missing, and those of the language were asked for as well, and came. */
    static boolean isDone(BrowserVisit visit, BrowserRequest call) {
        if (!call.method().equals("GET") || !MISSING.contains(call.status().orElse(0))) {
            return false;
        }
        String wanted = call.url().toString();
        Matcher tags = TAG.matcher(wanted);
        while (tags.find()) {
            String ofLanguage = wanted.substring(0, tags.start()) + tags.group(1) + wanted.substring(tags.end());
            if (!ofLanguage.equals(wanted) && hasCome(visit, ofLanguage)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCome(BrowserVisit visit, String url) {
        return visit.requests().stream()
                .filter(BrowserRequest::isOk)
                .anyMatch(request -> request.url().toString().equals(url));
    }
}
