package dev.smokerunner.run;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.secret.Redaction;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.serving.Edges;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A plan for one page without a browser, unless it is told otherwise. */
final class APlan {
    private final Target target;
    private List<PagePlan> pages = List.of(new PagePlan("./", Expectations.NONE));
    private Edges edges = Edges.NONE;
    private ReleasePlan release = ReleasePlan.NONE;
    private List<BrowserChoice> browsers = List.of(BrowserChoice.DEFAULT.withName(BrowserChoice.Name.NONE));
    private Redaction redaction = Redaction.NONE;

    private APlan(Target target) {
        this.target = target;
    }

    static APlan of(Path directory) {
        return new APlan(new Target.Package(directory, Map.of()));
    }

    static APlan of(URI site) {
        return new APlan(new Target.LiveSite(site));
    }

    APlan pages(String... paths) {
        pages = Stream.of(paths)
                .map(path -> new PagePlan(path, Expectations.NONE))
                .toList();
        return this;
    }

    APlan expecting(Expectations expected) {
        pages = List.of(new PagePlan("./", expected));
        return this;
    }

    APlan edges(Edges places) {
        edges = places;
        return this;
    }

    APlan release(ReleasePlan wanted) {
        release = wanted;
        return this;
    }

    APlan withBrowser() {
        return withBrowsers(BrowserChoice.DEFAULT);
    }

    APlan withBrowsers(BrowserChoice... choices) {
        browsers = List.of(choices);
        return this;
    }

    APlan hiding(String secret) {
        redaction = new Redaction(List.of(new Secret(secret)));
        return this;
    }

    SmokePlan plan() {
        return new SmokePlan(
                new SmokeResult.Subject(
                        "shop", Optional.empty(), Optional.empty(), "default", Audience.CUSTOMERS, "the shop"),
                target,
                pages,
                edges,
                release,
                List.of(),
                browsers,
                Optional.empty(),
                Severity.SEV3,
                Duration.ofMinutes(2),
                redaction);
    }
}
