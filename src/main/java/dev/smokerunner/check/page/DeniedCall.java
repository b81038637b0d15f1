package dev.smokerunner.check.page;

import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.observation.BrowserRequest;
import java.util.Optional;

/** Tells who denies a call: the API itself, which knows its visitors, or a server of files, which has nothing for anybody. */
final class DeniedCall {
    private DeniedCall() {}

    /** Whether who logs in may get an answer; but a bucket answers 403 with XML to everybody for what it does not have. */
    static boolean isForMembers(BrowserRequest call) {
        int status = status(call);
        return status == 401 || status == 403 && !call.headers().mediaType().endsWith("/xml");
    }

    /**
     * Whether a server keeps a file of data back and says so with a page: servers of files do that with extensions that they do
     * not know and with files that they may not read. An API denies in words of its own.
     */
    static boolean isFileKeptBack(BrowserRequest call) {
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        return status(call) == 403
                && path.endsWith(".json")
                && MediaTypes.isHtml(call.headers().mediaType());
    }

    /**
     * Whether the denial may be an answer that the page reckons with: an API says in its own words that there is no such thing,
     * where a static host says it with a page.
     */
    static boolean isAnswer(BrowserRequest call) {
        boolean isNo = status(call) == 404 && MediaTypes.isJson(call.headers().mediaType());
        return isNo || isFileKeptBack(call);
    }

    /** Whether a file may be there under another name: buckets that may not be listed answer 403 for what they do not have. */
    static boolean mayBeMissing(BrowserRequest call) {
        int status = status(call);
        return status == 404 || status == 410 || status == 403 && !isForMembers(call);
    }

    private static int status(BrowserRequest call) {
        return call.status().orElse(0);
    }
}
