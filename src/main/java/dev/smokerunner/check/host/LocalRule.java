package dev.smokerunner.check.host;

import dev.smokerunner.check.host.HostMention.How;
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
     * Where development servers listen when nobody tells them otherwise, each as the code of the package says that is named. A
     * call to anything else on a visitor's computer may be meant: programs for signing, printing and card readers wait there for
     * pages. So this decides about Sev 2 or Sev 4, for calls alone.
     */
    private static final Set<Integer> DEVELOPMENT_PORTS = Set.of(
            80, 443, // the same as none
            1234, // parcel 2.16.4
            1337, // @strapi/core 5.54.0, sails 1.5.18
            3000, // next 16.4.6, react-scripts 5.0.1, @nuxt/cli 3.37.0, browser-sync 3.0.4, railties 6.1.7
            3001, // react-scripts and next take the next one where 3000 is in use
            3333, // @stencil/core 4.45.1
            4000, // jekyll 4.3.1
            4173, // vite 8.4.0, preview
            4200, // @angular/build 21.2.27, ember-cli 7.3.0
            4321, // astro 6.0.5
            5000, // flask 2.2.2
            5173, // vite 8.4.0
            5174, // vite takes the next one where 5173 is in use
            6006, // storybook 10.6.7
            8000, // gatsby-cli 5.16.0, django 3.2.25, http.server of Python 3.11
            8080, // webpack-dev-server 5.2.7, @vue/cli-service 5.0.9, tomcat10 10.1.60
            8081, // metro 0.84.6
            8443, // tomcat10 10.1.60 with TLS
            8787, // wrangler 4.86.0, dev
            8788, // wrangler 4.86.0, pages dev
            8888, // netlify-cli 26.2.0
            9000, // gatsby-cli 5.16.0, serve
            9292); // puma 5.6.5

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
        if (mention.host().equals(HostMention.FILE) && mention.how() == How.WRITTEN) {
            // No page that came over HTTP gets a file of the disk, wherever it is.
            return Optional.of(Severity.SEV2);
        }
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
