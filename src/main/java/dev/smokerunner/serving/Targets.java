package dev.smokerunner.serving;

import java.net.ProxySelector;
import java.net.URI;

/** Makes targets reachable. */
public final class Targets {
    private Targets() {}

    /**
     * Makes a target reachable until it is closed: a live site is where it is, a package is served on loopback.
     *
     * @param target what is to be checked
     * @param proxies the way from here to where a package's {@code proxy} leads
     * @throws PackageException if the package does not exist, has no file, or cannot or must not be read
     */
    public static ServedTarget open(Target target, ProxySelector proxies) throws PackageException {
        if (target instanceof Target.Package files) {
            return PackageServer.start(files, proxies);
        }
        return new Live(((Target.LiveSite) target).url());
    }

    /**
     * A site that somebody else serves.
     *
     * @param url where
     */
    private record Live(URI url) implements ServedTarget {
        @Override
        public void close() {
            // It goes on.
        }
    }
}
