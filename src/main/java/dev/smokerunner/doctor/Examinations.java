package dev.smokerunner.doctor;

import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.http.EnvironmentProxies;
import dev.smokerunner.serving.Target;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list of all examinations.
 *
 * @param host the machine
 * @param search finds browsers
 * @param asking asks the network
 * @param proxies chooses proxies
 */
public record Examinations(Host host, BrowserSearch search, Asking asking, ProxySelector proxies) {
    /**
     * While one small page was looked at, a profile of Firefox took 40 MB and one of Chromium 2 MB; several stand side by side,
     * and pages that store much take more.
     */
    private static final long PROFILES = 500L << 20;

    /** Pictures of sixty pages have some ten megabytes. */
    private static final long REPORTS = 50L << 20;

    /**
     * Those of this machine.
     *
     * @param environment the environment variables
     */
    public static Examinations onThisMachine(Map<String, String> environment) {
        return new Examinations(
                new ThisHost(environment),
                BrowserSearch.onThisMachine(environment),
                Asking.asARunDoes(environment),
                new EnvironmentProxies(environment));
    }

    /** All that fits what runs need, in the order in which it is told. */
    public List<Examination> of(RunNeeds needs) {
        List<Examination> all = new ArrayList<>();
        all.add(new JavaExamination(host));
        for (Name name : List.of(Name.CHROME, Name.FIREFOX, Name.EDGE)) {
            all.add(new BrowserExamination(search, needs.browser(name), needs.wants(name)));
        }
        all.add(new SandboxExamination(host));
        all.add(new SharedMemoryExamination(host, needs.wants(Name.FIREFOX)));
        all.add(new FirstProcessExamination(host));
        all.add(new LoadExamination(host));
        all.add(new FolderExamination(
                host,
                "temporary files",
                temporary(),
                PROFILES,
                "name another folder in SMOKE_JAVA_OPTS=-Djava.io.tmpdir=DIR"));
        all.add(new FolderExamination(host, "reports", needs.output(), REPORTS, "name another folder with -o"));
        all.add(new ProxyExamination(host));
        all.addAll(names(needs));
        needs.places().forEach(place -> all.add(new TargetExamination(asking, place)));
        return all;
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
    }

    private List<Examination> names(RunNeeds needs) {
        Set<URI> sites = new LinkedHashSet<>();
        for (Place place : needs.places()) {
            if (place.target() instanceof Target.LiveSite site) {
                sites.add(site.url().resolve("/"));
            }
        }
        if (sites.isEmpty()) {
            return List.of(new NameExamination(asking, "localhost", false));
        }
        Set<Examination> names = new LinkedHashSet<>();
        sites.forEach(site -> names.add(new NameExamination(asking, site.getHost(), isByProxy(site))));
        return List.copyOf(names);
    }

    private boolean isByProxy(URI site) {
        return proxies.select(site).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }
}
