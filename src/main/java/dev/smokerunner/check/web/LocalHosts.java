package dev.smokerunner.check.web;

import dev.smokerunner.network.Loopback;
import java.util.regex.Pattern;

/** Tells from a host's name who can reach it. Names are in lower case, IPv6 addresses in brackets. */
public final class LocalHosts {
    /** What is no address of this machine, and leads there. */
    private static final Pattern LEADS_HERE =
            Pattern.compile("localhost\\.localdomain|0\\.0\\.0\\.0|\\[(::|0(:0){7})]");

    private static final Pattern PRIVATE = Pattern.compile(
            "10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}|169\\.254(\\.\\d{1,3}){2}"
                    + "|.*\\.local\\.?|\\[(f[cd]|fe[89ab])[0-9a-f:]*]");
    /** Ends of names that no public name server knows: reserved by RFC 6761, 6762, 8375 and ICANN, or in common use. */
    private static final Pattern INTERNAL =
            Pattern.compile(".*\\.(internal|intranet|lan|corp|home|home\\.arpa|private|localdomain|test|invalid)\\.?");

    private LocalHosts() {}

    /** Whether it is the machine that asks. */
    public static boolean isLoopback(String host) {
        return Loopback.isHost(host) || LEADS_HERE.matcher(host).matches();
    }

    /** Whether it is another machine on the network of who asks. */
    public static boolean isPrivate(String host) {
        return PRIVATE.matcher(host).matches();
    }

    /** Whether anybody can reach it, as far as its name says. */
    public static boolean isPublic(String host) {
        boolean isName = host.contains(".") || host.startsWith("[");
        return isName
                && !isLoopback(host)
                && !isPrivate(host)
                && !INTERNAL.matcher(host).matches();
    }
}
