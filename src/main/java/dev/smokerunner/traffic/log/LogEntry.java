package dev.smokerunner.traffic.log;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A request, as a line of an access log tells of it.
 *
 * @param minute when it was made, to the minute
 * @param host what was asked; empty where the log does not say
 * @param path what was asked for, without its query; empty where it was no request for anything
 * @param status how it was answered; 0 where it was not
 */
record LogEntry(Instant minute, String host, String path, int status) {
    private static final int FIRST_FAILED = 400;

    LogEntry {
        requireNonNull(minute);
        requireNonNull(host);
        requireNonNull(path);
    }

    boolean hasFailed() {
        return status >= FIRST_FAILED;
    }

    /** The path of what stands in a request: a path with a query, or a whole URL. */
    static String path(String target) {
        int start = 0;
        int scheme = target.indexOf("://");
        if (scheme > 0 && target.charAt(0) != '/') {
            start = target.indexOf('/', scheme + 3);
            if (start < 0) {
                return "/";
            }
        }
        int query = target.indexOf('?', start);
        String path = target.substring(start, query < 0 ? target.length() : query);
        return path.startsWith("/") ? path : "/" + path;
    }
}
