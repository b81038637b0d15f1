package dev.smokerunner.network;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells whether a host is the machine that asks, so that nobody listens in on the way. */
public final class Loopback {
    /** By RFC 6761 all below {@code localhost}, and by RFC 1122 all of 127.0.0.0/8; {@code 127.example.com} is somebody else. */
    private static final Pattern HOST =
            Pattern.compile("(.+\\.)?localhost\\.?|127(\\.\\d{1,3}){3}|::1|0(:0){6}:1|\\[(::1|0(:0){6}:1)]");

    private Loopback() {}

    /**
     * Whether it is this machine, as far as the name or address says.
     *
     * @param host a name, or an address, an IPv6 one with or without brackets; in any case of letters
     */
    public static boolean isHost(String host) {
        return HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
