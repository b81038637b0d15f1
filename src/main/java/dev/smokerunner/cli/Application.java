package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.ObservedRun;
import dev.smokerunner.run.SmokePlan;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the commands drive: they read what was typed, and leave all else to it. */
public interface Application {

    /** The version of this tool. */
    String version();

    /** An environment variable. */
    Optional<String> variable(String name);

    /** What runs a plan, and shows meanwhile how far it is. */
    Function<SmokePlan, SmokeResult> runner(ReportSettings settings);

    /** What runs a plan and also hands out what was seen, a few pages at most. */
    Function<SmokePlan, ObservedRun> onlooker(ReportSettings settings);

    /** The pages that a live site's sitemap names; none where it has none. */
    List<URI> sitemap(SmokePlan plan);

    /** Reports all results of one call of the command; what could not be reported, one line each. */
    List<String> report(List<SmokeResult> results, ReportSettings settings);
}
