package dev.smokerunner.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a first config is to be made from, and where it goes, as it was typed. */
final class InitOptions {
    @Parameters(paramLabel = "URL|DIR|ZIP", description = "a page, a directory or a zip that is healthy now")
    String subject = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where the config goes (default smoke-configs/NAME.yaml); never over a file that is there")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--crawl",
            description = "also the pages of the same site that it links or its sitemap names, 10 at most")
    boolean crawl;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "a bound on each of its visits, e.g. 90s (default 2m)")
    Optional<String> timeout = Optional.empty();

    @Option(names = "--no-color", description = "no colour, whatever the terminal can show")
    boolean noColour;
}
