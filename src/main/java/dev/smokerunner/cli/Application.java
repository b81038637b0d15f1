package dev.smokerunner.cli;

import dev.smokerunner.doctor.Diagnosis;
import dev.smokerunner.doctor.RunNeeds;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SmokePlan;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the commands drive: they read what was typed, and leave all else to it. */
public interface Application {

    /** The version of this tool. */
    String version();

    /** An environment variable. */
    Optional<String> variable(String name);

    /** What time it is. */
    Instant now();

    /** This machine's clocks. */
    LocalSystem system();

    /**
     * What runs plans again and again, with browsers that are kept in between; the caller closes it.
     *
     * @param clock says when a run began
     */
    Rounds rounds(Clock clock);

    /** What this machine has and lacks. */
    List<Diagnosis> diagnoses(RunNeeds needs);

    /**
     * What runs a plan, and shows meanwhile how far it is.
     *
     * @param recorder is given what is seen
     */
    Function<SmokePlan, SmokeResult> runner(ReportSettings settings, ObservationRecorder recorder);

    /** The pages that a live site's sitemap names; none where it has none. */
    List<URI> sitemap(SmokePlan plan);

    /** Reports all results of one call of the command; what could not be reported, one line each. */
    List<String> report(List<SmokeResult> results, ReportSettings settings);
}
