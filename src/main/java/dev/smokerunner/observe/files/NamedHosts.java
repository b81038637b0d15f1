package dev.smokerunner.observe.files;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the hosts that stand in a text as a part of a URL. */
final class NamedHosts {
    /** JSON and minifiers may write {@code /} as {@code \\/}; without a scheme it is a URL in quotes or brackets only. */
    private static final Pattern URL = Pattern.compile(
            "(?i)(?:\\b(?:https?|wss?):|(?<=[\"'`(=]))\\\\?/\\\\?/([a-z0-9._-]{1,253}\\.[a-z0-9-]{2,63}(?::\\d{1,5})?|localhost(?::\\d{1,5})?)");

    private static final int MOST = 100;

    private NamedHosts() {}

    /** The hosts with their ports in lower case, in the order of the text. */
    static Set<String> in(String text) {
        Set<String> hosts = new LinkedHashSet<>();
        Matcher url = URL.matcher(text);
        while (hosts.size() < MOST && url.find()) {
            hosts.add(url.group(1).toLowerCase(Locale.ROOT));
        }
        return hosts;
    }
}
