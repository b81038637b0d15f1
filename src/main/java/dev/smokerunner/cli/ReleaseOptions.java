package dev.smokerunner.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** What is asked about a release, as it was typed. */
final class ReleaseOptions {
    @Option(
            names = "--release",
            paramLabel = "DIR|ZIP",
            description = "prove that this package is what is live, byte for byte")
    Optional<String> release = Optional.empty();

    @Option(
            names = "--previous",
            paramLabel = "DIR|ZIP|JSON",
            description = "the release before, or the result.json of a run that looked at it: its assets must still be"
                    + " served, and the page is compared with it")
    Optional<String> previous = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            description = "wait at most so long for the release to arrive (default 2m with --release)")
    Optional<String> wait = Optional.empty();

    @Option(
            names = "--watch-upload",
            paramLabel = "DURATION",
            description = "first watch the site so long, while somebody uploads it, and say how long it was broken")
    Optional<String> watchUpload = Optional.empty();
}
