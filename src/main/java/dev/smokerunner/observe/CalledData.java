package dev.smokerunner.observe;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The files of data that a page called for: what a build or an upload made, other than answers of programs. Browsers do not show
 * what is in them, and code that reads them may keep silent where they are damaged or were never filled in.
 */
final class CalledData {
    /** A page has a file or two of settings, of texts, of its own data. */
    private static final int MOST = 5;

    /** Text that browsers hand to code as it is, read as UTF-8 (Fetch Standard, text()). */
    private static final Set<String> TEXTS = Set.of("csv", "tsv", "txt", "md");

    private CalledData() {}

    /** What such a file is. */
    static Role role(BrowserRequest call) {
        return extension(call).equals("json") ? Role.JSON : Role.OTHER;
    }

    private static String extension(BrowserRequest call) {
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The calls for such files, in order. */
    static List<BrowserRequest> in(BrowserVisit visit) {
        return visit.requests().stream().filter(CalledData::isFile).limit(MOST).toList();
    }

    private static boolean isFile(BrowserRequest request) {
        return request.kind() == BrowserRequest.Kind.CALL
                && request.firstParty()
                && request.method().equals("GET")
                && request.isOk()
                && (extension(request).equals("json") || TEXTS.contains(extension(request)));
    }
}
