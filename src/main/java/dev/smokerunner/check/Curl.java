package dev.smokerunner.check;

import java.net.URI;

/** Commands that show a finding again without this tool, safe to paste into a shell. */
final class Curl {
    private Curl() {}

    /** Shows status and headers of a URL. */
    static String headers(URI url) {
        return "curl -sS -o /dev/null -D - " + quoted(url.toString());
    }

    /** Shows how a URL redirects. */
    static String redirects(URI url) {
        return "curl -sS -L -o /dev/null -D - " + quoted(url.toString());
    }

    /** Shows the first bytes of a URL. */
    static String start(URI url) {
        return "curl -sS " + quoted(url.toString()) + " | head -c 300";
    }

    /** Shows the last bytes of a URL. */
    static String end(URI url) {
        return "curl -sS " + quoted(url.toString()) + " | tail -c 300";
    }

    /** Shows some lines of a URL. */
    static String lines(URI url, int first, int last) {
        return "curl -sS " + quoted(url.toString()) + " | sed -n '" + first + "," + last + "p'";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
