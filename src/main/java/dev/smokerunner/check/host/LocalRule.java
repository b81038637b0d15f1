package dev.smokerunner.check.host;

import dev.smokerunner.check.web.LocalHosts;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * Which references to a developer's own machine or network are wrong though no config says so.
 *
 * <p>A page that is itself on such a machine may refer to it: only a package, which is on loopback for the time of the run
 * alone, must name nothing but its own server.
 *
 * @param own the authority of the page
 * @param scope which hosts are wrong
 */
record LocalRule(String own, Scope scope) {
    /** Where development servers listen when nobody tells them otherwise; what else listens is often meant to be there. */
    private static final Set<Integer> DEVELOPMENT_PORTS = Set.of(
            80, 443, 1234, 1337, 3000, 3001, 3002, 3003, 3333, 4000, 4173, 4200, 4321, 5000, 5001, 5173, 5174, 6006,
            7071, 8000, 8001, 8008, 8080, 8081, 8082, 8443, 8787, 8788, 8888, 9000, 9090, 9292, 9999);

    /** Which hosts are wrong. */
    enum Scope {
        /** None. */
        NOTHING,
        /** What a package's own files name on the machine that builds it. */
        LOOPBACK_IN_FILES,
        /** The machine of whoever looks. */
        LOOPBACK,
        /** And the network of whoever looks. */
        PRIVATE
    }

    static LocalRule of(PageObservation page, Audience audience) {
        String own = Optional.ofNullable(page.url().getRawAuthority()).orElse("");
        if (page.contents().value().isPresent()) {
            return new LocalRule(own, Scope.LOOPBACK_IN_FILES);
        }
        if (!LocalHosts.isPublic(Requests.host(page.url()))) {
            return new LocalRule(own, Scope.NOTHING);
        }
        return new LocalRule(
                own,
                switch (audience) {
                    case CUSTOMERS -> Scope.PRIVATE;
                    case INTERNAL -> Scope.LOOPBACK;
                    case TEAM -> Scope.NOTHING;
                });
    }

    /** How bad a mention is; absent where nothing is wrong with it. */
    Optional<Severity> impact(HostMention mention) {
        if (mention.authority().equals(own) || !isWrong(mention.host())) {
            return Optional.empty();
        }
        boolean isOfFilesOnly = scope == Scope.LOOPBACK_IN_FILES;
        return switch (mention.how()) {
            case WRITTEN -> Optional.of(Severity.SEV2);
            case LOADED -> isOfFilesOnly ? Optional.empty() : Optional.of(Severity.SEV2);
            case CALLED ->
                isOfFilesOnly ? Optional.empty() : Optional.of(isDevelopment(mention) ? Severity.SEV2 : Severity.SEV4);
            case TRIED -> isOfFilesOnly ? Optional.empty() : Optional.of(Severity.SEV4);
            case IN_TEXT -> Optional.empty();
        };
    }

    private boolean isWrong(String host) {
        boolean isLocal = host.equals(HostMention.FILE) || LocalHosts.isLoopback(host);
        return switch (scope) {
            case NOTHING -> false;
            case LOOPBACK_IN_FILES, LOOPBACK -> isLocal;
            case PRIVATE -> isLocal || LocalHosts.isPrivate(host);
        };
    }

    /** What such a host is, as the end of a sentence. */
    static String words(String host) {
        if (host.equals(HostMention.FILE)) {
            return "is a file on the computer of whoever looks";
        }
        return LocalHosts.isLoopback(host)
                ? "is the computer of whoever looks: only who develops the page has something there"
                : "is on a private network: only who is on that network gets it";
    }

    private static boolean isDevelopment(HostMention mention) {
        String port = mention.authority().substring(mention.host().length()).replace(":", "");
        return port.isEmpty() || port.length() <= 5 && DEVELOPMENT_PORTS.contains(Integer.parseInt(port));
    }
}
