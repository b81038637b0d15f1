package dev.smokerunner.status;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where things are, relative to the first page, so that a proxy may put all of it below any path. */
final class Links {
    private Links() {}

    static String site(String name, String environment) {
        return "site?name=" + encoded(name) + "&environment=" + encoded(environment);
    }

    static String badge(String name, String environment) {
        return "badge.svg?name=" + encoded(name) + "&environment=" + encoded(environment);
    }

    static String incident(String id) {
        return "incident?id=" + encoded(id);
    }

    static String evidence(String round, String kind) {
        return "evidence/" + encoded(round) + "/" + encoded(kind);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
