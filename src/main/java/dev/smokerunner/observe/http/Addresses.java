package dev.smokerunner.observe.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * The addresses of a host name, as far as this machine can reach them.
 *
 * @param reachable the addresses, as texts
 * @param unreachable IPv6 addresses, where this machine has no IPv6 of its own
 */
public record Addresses(List<String> reachable, List<String> unreachable) {
    /** Copies the lists. */
    public Addresses {
        reachable = List.copyOf(reachable);
        unreachable = List.copyOf(unreachable);
    }

    /**
     * All addresses that a name has now.
     *
     * @throws UnknownHostException if it has none, or no name server answers
     */
    public static Addresses of(String host) throws UnknownHostException {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        List<InetAddress> all = new BoundedDns(Dns.SYSTEM, HttpOptions.DEFAULT_LIMIT).lookup(bare);
        boolean hasIpv6 = hasIpv6();
        return new Addresses(
                all.stream()
                        .filter(a -> isReachable(a, hasIpv6))
                        .map(Addresses::text)
                        .toList(),
                all.stream()
                        .filter(a -> !isReachable(a, hasIpv6))
                        .map(Addresses::text)
                        .toList());
    }

    private static boolean isReachable(InetAddress address, boolean hasIpv6) {
        return hasIpv6 || address.isLoopbackAddress() || !(address instanceof Inet6Address);
    }

    private static String text(InetAddress address) {
        return address.getHostAddress();
    }

    private static boolean hasIpv6() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .anyMatch(a -> a instanceof Inet6Address && !a.isLoopbackAddress() && !a.isLinkLocalAddress());
        } catch (SocketException e) {
            return false;
        }
    }
}
