package dev.smokerunner.observe;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import java.util.List;
import java.util.Optional;

/**
 * The JSON files that a page called for: what a build or an upload made, other than answers of programs. Browsers do not show
 * what is in them, and code that reads them may keep silent where they are damaged or were never filled in.
 */
final class CalledData {
    /** A page has a file or two of settings, of texts, of its own data. */
    private static final int MOST = 5;

    private CalledData() {}

    /** The calls for such files, in order. */
    static List<BrowserRequest> in(BrowserVisit visit) {
        return visit.requests().stream().filter(CalledData::isFile).limit(MOST).toList();
    }

    private static boolean isFile(BrowserRequest request) {
        String path = Optional.ofNullable(request.url().getPath()).orElse("");
        return request.kind() == BrowserRequest.Kind.CALL
                && request.firstParty()
                && request.method().equals("GET")
                && request.isOk()
                && path.endsWith(".json");
    }
}
