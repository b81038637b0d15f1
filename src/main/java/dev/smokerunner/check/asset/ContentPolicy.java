package dev.smokerunner.check.asset;

import dev.smokerunner.observation.PolicyDirective;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Content-Security-Policy of a page; of several each must allow what the page does.
 *
 * @param place where it stands, in words
 * @param directives its directives
 */
record ContentPolicy(String place, List<PolicyDirective> directives) {
    /** Browsers and observations cut long policies; so much of a directive tells it from others. */
    private static final int COMPARED = 100;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Reads one. */
    static ContentPolicy of(String place, String text) {
        return new ContentPolicy(
                place,
                Pattern.compile(";")
                        .splitAsStream(text)
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .map(PolicyDirective::new)
                        .toList());
    }

    /** The directive of a name: the first one counts. */
    Optional<PolicyDirective> directive(String name) {
        return directives.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** What it says of scripts. */
    Optional<PolicyDirective> ofScripts() {
        return directive("script-src").or(() -> directive("default-src"));
    }

    /** Whether it has a directive: its words, or its name where no more is known. */
    boolean has(PolicyDirective wanted) {
        String words = normal(wanted.text());
        boolean isName = !words.contains(" ");
        boolean isCut = words.length() > COMPARED || words.endsWith("…");
        String start = words.substring(0, Math.min(COMPARED, words.length())).replace("…", "");
        return directives.stream()
                .map(one -> isName ? normal(one.name()) : normal(one.text()))
                .anyMatch(one -> isCut ? one.startsWith(start) : one.equals(words));
    }

    private static String normal(String directive) {
        return BLANKS.matcher(directive).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
