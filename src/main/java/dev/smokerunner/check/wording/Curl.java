package dev.smokerunner.check.wording;

import dev.smokerunner.observation.Machine;
import dev.smokerunner.observation.Place;
import java.net.URI;

/** Commands that show a finding again without this tool, safe to paste into a shell. */
public final class Curl {
    private Curl() {}

    /** Shows status and headers of a URL. */
    public static String headers(URI url) {
        return "curl -sS -o /dev/null -D - " + quoted(url.toString());
    }

    /** Shows status and headers of what one of a site's places answers for a URL. */
    public static String headers(URI url, Place place) {
        return "curl -sS -o /dev/null -D - " + way(url, place) + quoted(url.toString());
    }

    /** Shows how long one of a site's places takes for a URL. */
    public static String time(URI url, Place place) {
        return "curl -sS -o /dev/null -w '%{time_total} s\\n' " + way(url, place) + quoted(url.toString());
    }

    /** Shows status and headers of a URL as a page of another origin gets them. */
    public static String headers(URI url, String origin) {
        return "curl -sS -o /dev/null -D - -H " + quoted("Origin: " + origin) + " " + quoted(url.toString());
    }

    /** Shows the digest of a URL's bytes as {@code integrity} attributes write it. */
    public static String digest(URI url, String algorithm) {
        return "curl -sS " + quoted(url.toString()) + " | openssl dgst -" + algorithm + " -binary | openssl base64 -A";
    }

    /** Shows how a URL redirects. */
    public static String redirects(URI url) {
        return "curl -sS -L -o /dev/null -D - " + quoted(url.toString());
    }

    /** Shows the first bytes of a URL. */
    public static String start(URI url) {
        return "curl -sS " + quoted(url.toString()) + " | head -c 300";
    }

    /** Shows the last bytes of a URL. */
    public static String end(URI url) {
        return "curl -sS " + quoted(url.toString()) + " | tail -c 300";
    }

    /** Shows some lines of a URL. */
    public static String lines(URI url, int first, int last) {
        return "curl -sS " + quoted(url.toString()) + " | sed -n '" + first + "," + last + "p'";
    }

    /** Shows where a URL's text names something, with what stands around it. */
    public static String mentions(URI url, String text) {
        String around = ".\\{0,60\\}";
        String literal = text.replaceAll("[\\\\.\\[\\]*^$]", "\\\\$0");
        return "curl -sS " + quoted(url.toString()) + " | grep -o -i " + quoted(around + literal + around);
    }

    /**
     * Shows the digest of a URL's bytes.
     *
     * @param program the program that makes it, e.g. {@code md5sum}
     */
    public static String sum(URI url, String program) {
        return "curl -sS --compressed " + quoted(url.toString()) + " | " + program;
    }

    private static String way(URI url, Place place) {
        return place.machine()
                .map(machine -> "--connect-to " + quoted(connection(url, machine)) + " ")
                .orElse("");
    }

    /** Empty parts mean the URL's own: a port that is named must be the very one. */
    private static String connection(URI url, Machine machine) {
        String host = machine.host().contains(":") ? "[" + machine.host() + "]" : machine.host();
        return url.getHost() + "::" + host + ":" + machine.port();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
