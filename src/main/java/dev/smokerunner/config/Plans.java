package dev.smokerunner.config;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.serving.Edges;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans for targets about which nobody wrote a config: every check that needs no expectation. */
public final class Plans {
    /** The environment of what no config names. */
    static final String DEFAULT_ENVIRONMENT = "default";

    private Plans() {}

    /**
     * The plan for a live page: customers are served it, and its host is its name.
     *
     * @param url a URL of {@link SiteUrl}
     */
    public static SmokePlan forUrl(URI url, RunOptions options) {
        return plan(url.getHost(), Audience.CUSTOMERS, new Target.LiveSite(url), options);
    }

    /** The plan for a package that is not uploaded yet: only the team sees it, and its own name is the subject's. */
    public static SmokePlan forPackage(Path path, RunOptions options) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        String name = last == null ? path.toString() : last.toString();
        return plan(name, Audience.TEAM, new Target.Package(path, Map.of()), options);
    }

    private static SmokePlan plan(String name, Audience audience, Target target, RunOptions options) {
        return new SmokePlan(
                new SmokeResult.Subject(
                        name, Optional.empty(), Optional.empty(), DEFAULT_ENVIRONMENT, audience, shown(target)),
                target,
                List.of(new PagePlan("./", Expectations.NONE.meantFor(audience))),
                Edges.NONE,
                options.release(),
                List.of(),
                options.browser().over(List.of(BrowserChoice.DEFAULT)),
                options.grid(),
                options.failOn(),
                options.timeout(),
                Redaction.NONE);
    }

    /** A target as reports show it. */
    static String shown(Target target) {
        return target instanceof Target.LiveSite site
                ? site.url().toString()
                : ((Target.Package) target).path().toString();
    }
}
