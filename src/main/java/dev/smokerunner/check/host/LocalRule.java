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
    /**
     * Where development servers listen when nobody tells them otherwise. A call to anything else on a visitor's computer may be
     * meant: programs for signing, printing and card readers wait there for pages.
     */
    private static final Set<Integer> DEVELOPMENT_PORTS = Set.of(
            80, // the same as none
            443, 1234, // Parcel
            1337, // Strapi, Sails
            3000, // Express generator, Next.js, Nuxt, Rails
            3001, // Next.js and Create React App take the next ones where 3000 is in use
            3002, 3003, 3333, // Stencil, AdonisJS
            4000, // Phoenix, Jekyll
            4173, // vite preview
            4200, // ng serve
            4321, // Astro
            5000, // Flask, ASP.NET Core
            5001, // ASP.NET Core with TLS
            5173, // Vite
            5174, // Vite, where 5173 is in use
            6006, // Storybook
            7071, // Azure Functions Core Tools
            8000, // Django, artisan serve, python -m http.server
            8001, // kubectl proxy
            8080, // webpack-dev-server, Spring Boot, Tomcat
            8081, // Metro
            8443, // Tomcat with TLS
            8787, // wrangler dev
            8788, // wrangler pages dev
            8888, // netlify dev
            9000, // gatsby serve
            9292); // rackup

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

    /** A URL without a port is of a web server, as no such program would take that port from one. */
    private static boolean isDevelopment(HostMention mention) {
        String port = mention.authority().substring(mention.host().length()).replace(":", "");
        return port.isEmpty() || port.length() <= 5 && DEVELOPMENT_PORTS.contains(Integer.parseInt(port));
    }
}
