package dev.smokerunner.observe.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule of {@code no_proxy}: a host's ending, a pattern with {@code *}, an address range such as {@code 10.0.0.0/8}, each
 * with or without a port.
 *
 * @param written the rule in lower case
 */
record NoProxy(String written) {
    private static final Pattern RANGE = Pattern.compile("([0-9a-f.:]+)/(\\d{1,3})");
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\w+://)?(\\[[^\\]]*]|[^:]*):(\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

    boolean matches(String host, int port) {
        Matcher range = RANGE.matcher(written);
        if (range.matches()) {
            return isIn(host, range.group(1), Integer.parseInt(range.group(2)));
        }
        Matcher withPort = WITH_PORT.matcher(written);
        if (withPort.matches()) {
            return withPort.group(2).equals(Integer.toString(port)) && matchesHost(host, withPort.group(1));
        }
        return matchesHost(host, written.replaceFirst("^\\w+://", ""));
    }

    private static boolean matchesHost(String host, String rule) {
        if (rule.equals("<local>")) {
            return !host.contains(".");
        }
        if (rule.contains("*")) {
            return host.matches(("\\Q" + rule + "\\E").replace("*", "\\E.*\\Q"));
        }
        return isAddress(rule) ? bare(host).equals(bare(rule)) : host.endsWith(rule);
    }

    private static boolean isIn(String host, String network, int bits) {
        Optional<byte[]> address = address(host);
        Optional<byte[]> range = address(network);
        if (address.isEmpty() || range.isEmpty() || address.get().length != range.get().length) {
            return false;
        }
        int shift = Math.max(0, address.get().length * 8 - bits);
        return new BigInteger(1, address.get())
                .shiftRight(shift)
                .equals(new BigInteger(1, range.get()).shiftRight(shift));
    }

    private static Optional<byte[]> address(String host) {
        try {
            // Only what is an address already, so that nothing is asked of a name server.
            return isAddress(host)
                    ? Optional.of(InetAddress.getByName(bare(host)).getAddress())
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether a host is written as an IP address, with or without brackets. */
    static boolean isAddress(String host) {
        return ADDRESS.matcher(host).matches();
    }

    private static String bare(String host) {
        return host.replaceAll("[\\[\\]]", "");
    }
}
