package dev.smokerunner.cli;

import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.DurationText;
import dev.smokerunner.config.PlanRules;
import dev.smokerunner.config.Plans;
import dev.smokerunner.config.Problem;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns options, as they were typed, into a request; finds everything that is wrong with them and with the configs. */
final class RequestReader {
    private final TargetOptions what;
    private final ReleaseOptions release;
    private final BrowserOptions browser;
    private final ReportOptions tell;
    private final Function<String, Optional<String>> variables;
    private final List<String> problems = new ArrayList<>();

    RequestReader(
            TargetOptions what,
            ReleaseOptions release,
            BrowserOptions browser,
            ReportOptions tell,
            Function<String, Optional<String>> variables) {
        this.what = what;
        this.release = release;
        this.browser = browser;
        this.tell = tell;
        this.variables = variables;
    }

    /**
     * The request.
     *
     * @throws UsageException if anything is wrong
     */
    RunRequest read() throws UsageException {
        tell.output.refuseContradictions(problems);
        List<String> formats = Formats.read(tell.formats, problems);
        ReleaseReader releases = new ReleaseReader(release, problems);
        ReleasePlan wanted = releases.read();
        RunOptions options = new RunOptions(
                browser(), GridText.read(browser, problems), tell.failOn(problems), timeout(releases.files()), wanted);
        Optional<Target> target = what.target.flatMap(text -> SubjectText.target(text, "--target", problems));
        List<SmokePlan> plans = plans(target, options);
        refuseToKeepSeveralRuns(plans.size());
        plans.stream().flatMap(plan -> PlanRules.broken(plan).stream()).forEach(this::refuse);
        plans.forEach(this::refuseOneBinaryForSeveralKinds);
        plans.forEach(plan -> GridText.refuseWhatNoNodeCanReach(plan, problems));
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        return new RunRequest(plans, tell.output.directory, formats);
    }

    /** One folder holds one run. */
    private void refuseToKeepSeveralRuns(int plans) {
        if (plans > 1) {
            what.saved.ifPresent(
                    folder -> problems.add("--save-observation: expected one config or URL with it, got " + plans));
        }
    }

    private void refuseOneBinaryForSeveralKinds(SmokePlan plan) {
        long kinds =
                plan.browsers().stream().map(BrowserChoice::name).distinct().count();
        if (kinds > 1) {
            browser.binary.ifPresent(path -> problems.add(
                    "--browser-binary: expected one kind of browser with it, got " + kinds + " and " + path));
            browser.driver.ifPresent(path -> problems.add(
                    "--driver-binary: expected one kind of browser with it, got " + kinds + " and " + path));
        }
    }

    private void refuse(PlanRules.Broken rule) {
        String option =
                switch (rule.part()) {
                    case ENVIRONMENT -> "--env";
                    case RELEASE -> "--release";
                    case UPLOAD -> "--watch-upload";
                    case BROWSER -> "--browser";
                };
        problems.add(option + ": " + rule.trouble());
    }

    private BrowserOverride browser() {
        return BrowserText.read(browser, problems);
    }

    /** What was asked for; else time that grows with the files that are to be fetched. */
    private Duration timeout(int files) {
        Duration usual = RunOptions.usualTimeout(files);
        try {
            return what.timeout.map(DurationText::parseLimit).orElse(usual);
        } catch (IllegalArgumentException e) {
            problems.add("--timeout: expected " + e.getMessage() + ", got \"" + what.timeout.orElse("") + "\"");
            return usual;
        }
    }

    private List<SmokePlan> plans(Optional<Target> target, RunOptions options) {
        List<SmokePlan> plans = new ArrayList<>();
        boolean hasConfig = what.subjects.stream().anyMatch(subject -> !SubjectText.isUrl(subject));
        if (!hasConfig) {
            PlanRules.environment(what.environment).ifPresent(this::refuse);
        }
        if (what.subjects.isEmpty()) {
            target.map(alone -> SubjectText.plan(alone, options)).ifPresent(plans::add);
            if (what.target.isEmpty()) {
                problems.add(
                        "expected a config or a URL, got neither; for example: smoke run https://www.example.com/");
            }
        }
        for (String subject : what.subjects) {
            if (SubjectText.isUrl(subject)) {
                url(subject, options).ifPresent(plans::add);
            } else if (SubjectText.isZip(subject)) {
                problems.add(subject + ": expected a config file, got a zip; to check a zip use --target");
            } else {
                config(subject, new Selection(what.environment, target, options))
                        .ifPresent(plans::add);
            }
        }
        return plans;
    }

    private Optional<SmokePlan> url(String text, RunOptions options) {
        if (what.target.isPresent()) {
            problems.add(
                    "--target: expected a config whose target it replaces, got the URL " + SubjectText.shown(text));
        }
        return SubjectText.url(text, text, problems).map(url -> Plans.forUrl(url, options));
    }

    private Optional<SmokePlan> config(String file, Selection selection) {
        try {
            return Optional.of(new ConfigFile(Path.of(file), variables).plan(selection));
        } catch (ConfigException e) {
            e.problems().stream().map(Problem::toString).forEach(problems::add);
            return Optional.empty();
        }
    }
}
