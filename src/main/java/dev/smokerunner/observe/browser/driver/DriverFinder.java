package dev.smokerunner.observe.browser.driver;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the driver of a browser: as chosen, or where programs are looked for. */
public final class DriverFinder {
    private final Map<String, String> environment;

    /**
     * Looks where this environment says.
     *
     * @param environment the variables of this process
     */
    public DriverFinder(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Finds the driver.
     *
     * @param browserBinary the browser that it is to start
     * @return its executable
     * @throws BrowserException if there is none, with a line for each place that was looked at
     */
    public Path find(BrowserChoice choice, Path browserBinary) throws BrowserException {
        String name = name(choice.name());
        List<String> tried = new ArrayList<>();
        for (Path candidate : candidates(choice, name)) {
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return candidate;
            }
            choice.driver().ifPresent(given -> tried.add("--driver-binary " + given + ": no executable file"));
        }
        if (choice.driver().isEmpty()) {
            tried.add("PATH: no " + name);
        }
        throw new BrowserException(
                "no driver was found for " + browserBinary + "; name a " + name
                        + " with --driver-binary, or leave --engine out: no browser of this machine needs one",
                tried);
    }

    private List<Path> candidates(BrowserChoice choice, String name) {
        Optional<Path> given = choice.driver();
        return given.isPresent() ? List.of(given.get()) : onSearchPath(name);
    }

    private List<Path> onSearchPath(String name) {
        List<Path> found = new ArrayList<>();
        for (String directory : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            try {
                if (!directory.isBlank()) {
                    found.add(Path.of(directory, name));
                    found.add(Path.of(directory, name + ".exe"));
                }
            } catch (InvalidPathException nonsense) {
                // A directory that cannot exist holds no driver.
            }
        }
        return found;
    }

    private static String name(BrowserChoice.Name browser) {
        return switch (browser) {
            case EDGE -> "msedgedriver";
            case FIREFOX -> "geckodriver";
            case CHROME, NONE -> "chromedriver";
        };
    }
}
