package dev.smokerunner.history;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the status page shows what the history keeps, relative to its first page, so that a proxy may put all of it below any path.
 */
public final class PageAddresses {
    private PageAddresses() {}

    /** The page of a site. */
    public static String site(String name, String environment) {
        return "site?name=" + encoded(name) + "&environment=" + encoded(environment);
    }

    /** The badge of a site. */
    public static String badge(String name, String environment) {
        return "badge.svg?name=" + encoded(name) + "&environment=" + encoded(environment);
    }

    /** The page of an incident. */
    public static String incident(String id) {
        return "incident?id=" + encoded(id);
    }

    /**
     * A file that was kept of a round.
     *
     * @param kind the name of the file
     */
    public static String evidence(String round, String kind) {
        return "evidence/" + encoded(round) + "/" + encoded(kind);
    }

    /** A text as part of an address, blanks as {@code %20}. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
