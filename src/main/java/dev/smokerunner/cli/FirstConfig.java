package dev.smokerunner.cli;

import dev.smokerunner.check.web.LocalHosts;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.DraftWriter;
import dev.smokerunner.config.Selection;
import dev.smokerunner.init.ConfigDraft;
import dev.smokerunner.init.EnvironmentDraft;
import dev.smokerunner.init.LeftOut;
import dev.smokerunner.init.PageLinks;
import dev.smokerunner.init.Trial;
import dev.smokerunner.init.VisitedPage;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a config from a healthy page: visits it, drafts, and runs the draft until it passes as it is. */
final class FirstConfig {
    /** Enough to see what changes from visit to visit, and how long the page takes. */
    private static final int VISITS = 3;

    /** What did not hold in the first is left out of the second; a page that fails a third is not healthy. */
    private static final int TRIALS = 3;

    private final InitRequest request;
    private final Application application;
    private final Function<SmokePlan, ObservedRun> onlooker;
    private final List<LeftOut> leftOut = new ArrayList<>();

    FirstConfig(InitRequest request, Application application, ReportSettings settings) {
        this.request = request;
        this.application = application;
        this.onlooker = plan -> ObservedRun.of(plan, application, settings);
    }

    /**
     * How it ended.
     *
     * @param last the last run, which passed if there is a config
     * @param draft the config
     * @param text the same as YAML; empty where there is none
     */
    record Made(SmokeResult last, Optional<ConfigDraft> draft, String text) {
        private static Made refused(SmokeResult last) {
            return new Made(last, Optional.empty(), "");
        }
    }

    /**
     * Makes it.
     *
     * @throws ConfigException if the draft is no config, which is a bug
     */
    Made make() throws ConfigException {
        ObservedRun first = onlooker.apply(request.plan());
        if (!isPassed(first)) {
            return Made.refused(first.result());
        }
        SmokePlan plan = request.crawl() ? withFurtherPages(first) : request.plan();
        List<ObservedRun> runs = new ArrayList<>();
        if (plan.pages().size() == 1) {
            runs.add(first);
        }
        while (runs.size() < VISITS) {
            ObservedRun run = onlooker.apply(plan);
            if (!isPassed(run)) {
                return Made.refused(run.result());
            }
            runs.add(run);
        }
        ConfigDraft draft =
                ConfigDraft.of(plan.subject().name(), environment(), browser(), visited(plan, runs), leftOut);
        return tried(draft, TRIALS);
    }

    /** Runs a draft; where an entry of it does not hold, the draft without that entry. */
    private Made tried(ConfigDraft draft, int trials) throws ConfigException {
        String text = DraftWriter.write(draft, origin());
        SmokePlan plan = new ConfigFile(request.file(), application::variable)
                .plan(text, new Selection(Optional.empty(), Optional.empty(), request.options()));
        ObservedRun run = onlooker.apply(plan);
        ConfigDraft better = Trial.without(draft, run.result());
        if (!better.equals(draft) && trials > 1) {
            return tried(better, trials - 1);
        }
        return isPassed(run) ? new Made(run.result(), Optional.of(draft), text) : Made.refused(run.result());
    }

    /** The pages that the first one links and that are healthy too. */
    private SmokePlan withFurtherPages(ObservedRun first) {
        PageObservation page = first.pages().get(0);
        List<String> further = PageLinks.of(page).paths(page, application.sitemap(request.plan()), leftOut);
        if (further.isEmpty()) {
            return request.plan();
        }
        SmokePlan all = with(Stream.concat(Stream.of("./"), further.stream()).toList());
        SmokeResult result = onlooker.apply(all).result();
        List<String> healthy = new ArrayList<>();
        for (int i = 0; i < all.pages().size(); i++) {
            String path = all.pages().get(i).path();
            if (i == 0 || isHealthy(result, result.pages().get(i))) {
                healthy.add(path);
            } else {
                leftOut.add(new LeftOut(path, "a page that is linked and does not pass: run smoke on it"));
            }
        }
        return with(healthy);
    }

    private SmokePlan with(List<String> paths) {
        PagePlan first = request.plan().pages().get(0);
        return request.plan()
                .with(paths.stream()
                        .map(path -> new PagePlan(path, first.expectations()))
                        .toList());
    }

    private static boolean isHealthy(SmokeResult run, PageResult page) {
        return page.checks().stream().noneMatch(check -> check.outcome() == Outcome.ERRORED)
                && page.checks().stream()
                        .map(CheckResult::findings)
                        .flatMap(List::stream)
                        .noneMatch(run::fails);
    }

    /** A package is served by another port in each run: a page is known by its place in the plan. */
    private static List<VisitedPage> visited(SmokePlan plan, List<ObservedRun> runs) {
        return IntStream.range(0, plan.pages().size())
                .mapToObj(i -> new VisitedPage(
                        plan.pages().get(i).path(),
                        runs.stream()
                                .flatMap(run -> run.page(url(run, i)).stream())
                                .toList()))
                .toList();
    }

    private static URI url(ObservedRun run, int page) {
        return run.result().pages().get(page).url();
    }

    private EnvironmentDraft environment() {
        if (request.plan().target() instanceof Target.LiveSite site) {
            return EnvironmentDraft.ofSite(
                    site.url().toString(), !LocalHosts.isPublic(site.url().getHost()));
        }
        Path files = ((Target.Package) request.plan().target())
                .path()
                .toAbsolutePath()
                .normalize();
        String place = besideTheConfig(files).toString().replace('\\', '/');
        return EnvironmentDraft.ofPackage(place.isEmpty() ? "." : place);
    }

    /** Seen from where the config will be, as configs name packages; another drive is not to be seen from there. */
    private Path besideTheConfig(Path files) {
        return Optional.ofNullable(request.file().toAbsolutePath().normalize().getParent())
                .filter(folder -> Objects.equals(folder.getRoot(), files.getRoot()))
                .map(folder -> folder.relativize(files))
                .orElse(files);
    }

    /** The kind of browser, where it is not the one that a config without a word about it means. */
    private Optional<String> browser() {
        return request.plan().browsers().stream()
                .map(BrowserChoice::name)
                .filter(name -> name != BrowserChoice.DEFAULT.name())
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private String origin() {
        return "Written by smoke init " + application.version() + " from "
                + request.plan().subject().target() + ", which was healthy then.";
    }

    private static boolean isPassed(ObservedRun run) {
        return run.result().verdict() == Verdict.PASS;
    }
}
