package dev.smokerunner.check.page;

import dev.smokerunner.check.web.LanguageFiles;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Texts that are asked for by the name of a language and its region, as in {@code en-GB/site.json}: where there are none of the
 * region, those of the language are meant to do (RFC 4647, 3.4: Lookup).
 */
final class LanguageLookup {
    private static final Set<Integer> MISSING = Set.of(404, 410);

    private LanguageLookup() {}

    /** Whether the texts of the region are missing, and those of the language were asked for as well, and came. */
    static boolean isDone(BrowserVisit visit, BrowserRequest call) {
        if (!call.method().equals("GET") || !MISSING.contains(call.status().orElse(0))) {
            return false;
        }
        String wanted = call.url().toString();
        Matcher tags = LanguageFiles.tags(wanted);
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
