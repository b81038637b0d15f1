package dev.smokerunner.config;

import dev.smokerunner.serving.EdgeAddress;
import dev.smokerunner.serving.Edges;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where else an environment is served. */
final class EdgesReader {
    private static final Pattern FORM = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+))(?::([0-9]{1,5}))?|([0-9A-Fa-f]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*)");
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?[0-9]+\\.?");
    private static final String TO_255 = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(TO_255 + "(\\." + TO_255 + "){3}");
    private static final String EXPECTED =
            "an IP address or a host name, with or without a port, such as 203.0.113.7, [2001:db8::7]:8443 or edge.example.net";

    private EdgesReader() {}

    static Edges read(ConfigNode environment) {
        for (String key : new String[] {"origin", "edges"}) {
            if (environment.get(key).isThere() && environment.node().has("package")) {
                environment
                        .get(key)
                        .add("expected " + key + " beside a url only, got it beside a package; a package has none");
                return Edges.NONE;
            }
        }
        ConfigNode edges = environment.get("edges");
        return new Edges(
                environment.get("origin").read(SiteUrl::parse),
                edges.readAll(EdgesReader::address),
                edges.text().isPresent());
    }

    /**
     * The machine that a text names.
     *
     * @throws IllegalArgumentException if it names none; the message is what is expected
     */
    static EdgeAddress address(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        String host = form.group(1) != null ? form.group(1) : form.group(2) != null ? form.group(2) : form.group(4);
        if (!isPossible(host)) {
            throw new IllegalArgumentException(EXPECTED + "; the numbers of an IP address from 0 to 255");
        }
        OptionalInt port =
                form.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(3)));
        try {
            return new EdgeAddress(host, port);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED + ", its port from 1 to 65535", e);
        }
    }

    /** What ends in a number is an address for every browser, and no name server is asked for it. */
    private static boolean isPossible(String host) {
        if (!host.contains(":")) {
            return !ENDS_IN_A_NUMBER.matcher(host).matches()
                    || IPV4.matcher(host).matches();
        }
        try {
            // Its colons make it an address: nothing is looked up.
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
