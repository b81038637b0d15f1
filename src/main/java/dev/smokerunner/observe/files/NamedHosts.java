package dev.smokerunner.observe.files;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the hosts that stand in a text as a part of a URL: behind a scheme, or behind two slashes that begin a value. */
final class NamedHosts {
    /** JSON and minifiers may write {@code /} as {@code \\/}. */
    private static final Pattern HOST = Pattern.compile(
            "/\\\\?/((?:[a-z0-9._-]{1,253}\\.[a-z0-9-]{2,63}|localhost)(?::\\d{1,5})?)", Pattern.CASE_INSENSITIVE);

    private static final List<String> SCHEMES = List.of("http:", "https:", "ws:", "wss:");
    private static final String BEFORE_A_VALUE = "\"'`(=";
    private static final int MOST = 100;

    private NamedHosts() {}

    /** The hosts with their ports in lower case, in the order of the text, at most {@value #MOST}. */
    static Set<String> in(String text) {
        Set<String> hosts = new LinkedHashSet<>();
        Matcher host = HOST.matcher(text);
        // A pattern that is tried at each character takes seconds for the texts of a large package.
        for (int at = text.indexOf('/'); at >= 0 && hosts.size() < MOST; at = text.indexOf('/', at + 1)) {
            int before = at > 0 && text.charAt(at - 1) == '\\' ? at - 1 : at;
            if (mayBegin(text, before) && host.region(at, text.length()).lookingAt()) {
                hosts.add(host.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    private static boolean mayBegin(String text, int at) {
        char last = at > 0 ? text.charAt(at - 1) : ' ';
        return last == ':'
                ? SCHEMES.stream()
                        .anyMatch(scheme -> text.regionMatches(true, at - scheme.length(), scheme, 0, scheme.length()))
                : BEFORE_A_VALUE.indexOf(last) >= 0;
    }
}
