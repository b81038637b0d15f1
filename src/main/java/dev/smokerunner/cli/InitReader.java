package dev.smokerunner.cli;

import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.SiteUrl;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Turns options of {@code smoke init}, as they were typed, into a request.
 *
 * @param typed the options
 * @param browser which browser looks
 * @param variables the environment variables
 */
record InitReader(InitOptions typed, BrowserOptions browser, Function<String, Optional<String>> variables) {

    /**
     * The request.
     *
     * @throws UsageException if anything is wrong
     */
    InitRequest read() throws UsageException {
        List<String> problems = new ArrayList<>();
        Optional<Target> target = SubjectText.target(typed.subject, SubjectText.shown(typed.subject), problems);
        target.ifPresent(found -> refuseCredentials(found, problems));
        if (browser.names.size() > 1 || browser.names.contains("none")) {
            problems.add("--browser: expected one browser that looks, got \"" + String.join(",", browser.names) + "\"");
        }
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
        SmokePlan plan = plan();
        String name = plan.subject().name();
        Path file = typed.file.orElseGet(() -> Path.of("smoke-configs", fileName(name) + ".yaml"));
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(List.of(taken(file)));
        }
        RunOptions options = new RunOptions(
                BrowserText.read(browser, problems), plan.grid(), plan.failOn(), plan.timeout(), ReleasePlan.NONE);
        return new InitRequest(plan, options, file, typed.crawl);
    }

    /** Why a config is not written over what is there. */
    static String taken(Path file) {
        return file + ": expected a file that is not there yet, got one that is; it is never overwritten:"
                + " choose another with -o";
    }

    /** As a run without a config would look, with all that a run refuses. */
    private SmokePlan plan() throws UsageException {
        TargetOptions what = new TargetOptions();
        if (SubjectText.isUrl(typed.subject)) {
            what.subjects = List.of(typed.subject);
        } else {
            what.target = Optional.of(typed.subject);
        }
        ReportOptions tell = new ReportOptions();
        tell.formats = List.of("console");
        what.timeout = typed.timeout;
        return new RequestReader(what, new ReleaseOptions(), browser, tell, variables)
                .read()
                .plans()
                .get(0);
    }

    private static void refuseCredentials(Target target, List<String> problems) {
        if (target instanceof Target.LiveSite site && SiteUrl.holdsCredential(site.url())) {
            problems.add("expected a URL that can stand in a file, got one with a credential in its query");
        }
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("(?i)\\.zip$", "")
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+", "");
        return plain.isEmpty() ? "smoke" : plain;
    }
}
