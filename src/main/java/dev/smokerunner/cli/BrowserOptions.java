package dev.smokerunner.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which browser looks, as it was typed. */
final class BrowserOptions {
    @Option(
            names = "--browser",
            paramLabel = "NAME",
            split = ",",
            description = "chrome (default), edge, firefox, or none for HTTP checks alone;"
                    + " several, as in chrome,firefox: each page in each")
    List<String> names = List.of();

    @Option(names = "--browser-binary", paramLabel = "PATH", description = "the browser's executable")
    Optional<Path> binary = Optional.empty();

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description = "devtools (default), which needs no driver, or webdriver, by Selenium")
    Optional<String> engine = Optional.empty();

    @Option(names = "--driver-binary", paramLabel = "PATH", description = "the driver of --engine webdriver")
    Optional<Path> driver = Optional.empty();

    @Option(names = "--grid", paramLabel = "URL", description = "use the browsers of this Selenium Grid")
    Optional<String> grid = Optional.empty();
}
