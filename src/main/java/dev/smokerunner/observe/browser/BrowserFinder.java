package dev.smokerunner.observe.browser;

import dev.smokerunner.observe.browser.BrowserChoice.Name;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds a browser and a driver of the same major version: as chosen, as the environment says, as installed.
 *
 * <p>Only where a browser is installed and no driver fits are WebDriverManager and, last, Selenium Manager asked, which may
 * use the network.
 */
public final class BrowserFinder {
    private static final String BINARY_VARIABLE = "SMOKE_BROWSER_BINARY";
    private static final String DRIVER_VARIABLE = "SMOKE_DRIVER_BINARY";

    private final Machine machine;
    private final List<DriverLookup> lookups;

    BrowserFinder(Machine machine, List<DriverLookup> lookups) {
        this.machine = machine;
        this.lookups = List.copyOf(lookups);
    }

    /** Looks on this machine. */
    public static BrowserFinder onThisMachine() {
        return new BrowserFinder(new ThisMachine(), List.of(new WebDriverManagerLookup(), new SeleniumManagerLookup()));
    }

    /**
     * What will most often be found, without asking programs for their versions, which takes as long as starting them: the
     * first browser and the first driver that are there. Whether they fit is seen when they start.
     *
     * @return absent where one of them is missing, which {@link #find} explains
     */
    public Optional<FoundBrowser> guess(BrowserChoice choice) {
        if (choice.name() == Name.NONE || choice.name() == Name.FIREFOX) {
            return Optional.empty();
        }
        Optional<Path> browser = first(browsers(choice, new ArrayList<>()));
        Optional<Path> driver = first(driverCandidates(choice, new ArrayList<>()));
        return browser.flatMap(binary -> driver.map(
                path -> new FoundBrowser(choice.name(), binary, path, String.valueOf(binary.getFileName()))));
    }

    private Optional<Path> first(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.path().stream())
                .filter(machine::isExecutable)
                .findFirst();
    }

    /**
     * Finds what was chosen.
     *
     * @throws BrowserTrouble if there is none, with a line for each place that was looked at
     */
    public FoundBrowser find(BrowserChoice choice) throws BrowserTrouble {
        if (choice.name() == Name.NONE) {
            throw new BrowserTrouble("no browser was asked for", List.of());
        }
        if (choice.name() == Name.FIREFOX) {
            throw new BrowserTrouble("Firefox cannot be used yet; use --browser chrome", List.of());
        }
        List<String> tried = new ArrayList<>();
        List<Program> drivers = drivers(choice, tried);
        List<Program> browsers = new ArrayList<>();
        for (Candidate candidate : browsers(choice, tried)) {
            Optional<Program> browser = program(candidate, tried);
            Optional<Program> driver =
                    browser.flatMap(b -> drivers.stream().filter(b::fits).findFirst());
            if (browser.isPresent() && driver.isPresent()) {
                return found(choice, browser.get(), driver.get().path());
            }
            browser.ifPresent(browsers::add);
        }
        return lookUp(choice, browsers, tried)
                .orElseThrow(() -> new BrowserTrouble(message(choice, browsers, drivers), tried));
    }

    /** Only for a browser that is there, and not where a driver was named that does not fit. */
    private Optional<FoundBrowser> lookUp(BrowserChoice choice, List<Program> browsers, List<String> tried) {
        if (browsers.isEmpty() || chosenDriver(choice).isPresent()) {
            return Optional.empty();
        }
        Program browser = browsers.get(0);
        return lookups.stream()
                .map(lookup -> lookup.find(browser.major(), choice.name(), tried::add))
                .flatMap(Optional::stream)
                .findFirst()
                .map(driver -> found(choice, browser, driver));
    }

    private static FoundBrowser found(BrowserChoice choice, Program browser, Path driver) {
        return new FoundBrowser(choice.name(), browser.path(), driver, browser.title());
    }

    private List<Candidate> browsers(BrowserChoice choice, List<String> tried) {
        Optional<String> variable = machine.environment(BINARY_VARIABLE);
        if (choice.binary().isPresent()) {
            return List.of(
                    new Candidate("--browser-binary", choice.binary().get().toString()));
        }
        if (variable.isPresent()) {
            return List.of(new Candidate(BINARY_VARIABLE, variable.get()));
        }
        List<Candidate> candidates = new ArrayList<>();
        if (choice.name() == Name.CHROME) {
            machine.environment("CHROME_BIN").ifPresent(path -> candidates.add(new Candidate("CHROME_BIN", path)));
        }
        candidates.addAll(installed(new InstalledPlaces(machine).browsers(choice.name()), "browser", tried));
        return candidates;
    }

    private List<Program> drivers(BrowserChoice choice, List<String> tried) {
        return driverCandidates(choice, tried).stream()
                .map(candidate -> program(candidate, tried))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Candidate> driverCandidates(BrowserChoice choice, List<String> tried) {
        Optional<String> chosen = chosenDriver(choice);
        if (chosen.isPresent()) {
            String origin = choice.driver().isPresent() ? "--driver-binary" : DRIVER_VARIABLE;
            return List.of(new Candidate(origin, chosen.get()));
        }
        List<Candidate> candidates = new ArrayList<>();
        if (choice.name() == Name.CHROME) {
            machine.environment("CHROMEDRIVER_PATH")
                    .ifPresent(path -> candidates.add(new Candidate("CHROMEDRIVER_PATH", path)));
            machine.property("webdriver.chrome.driver")
                    .ifPresent(path -> candidates.add(new Candidate("webdriver.chrome.driver", path)));
        }
        String name = InstalledPlaces.driverName(choice.name());
        candidates.addAll(installed(new InstalledPlaces(machine).drivers(choice.name()), name, tried));
        return candidates;
    }

    private Optional<String> chosenDriver(BrowserChoice choice) {
        return choice.driver().map(Path::toString).or(() -> machine.environment(DRIVER_VARIABLE));
    }

    private static List<Candidate> installed(Collection<Path> paths, String what, List<String> tried) {
        if (paths.isEmpty()) {
            tried.add("PATH and the usual places: no " + what);
        }
        return paths.stream()
                .map(path -> new Candidate("installed", path.toString()))
                .toList();
    }

    private Optional<Program> program(Candidate candidate, List<String> tried) {
        Optional<Path> named = candidate.path();
        if (named.isEmpty()) {
            tried.add(candidate + ": not a path");
            return Optional.empty();
        }
        Path path = named.get();
        if (!machine.isExecutable(path)) {
            tried.add(candidate + ": no executable file");
            return Optional.empty();
        }
        Optional<Program> program = machine.versionOutput(path).flatMap(output -> Program.of(path, output));
        tried.add(candidate + ": " + program.map(Program::title).orElse("does not say its version"));
        return program;
    }

    /**
     * A path that may hold a browser or a driver.
     *
     * @param origin who names it
     * @param written the path as it is named
     */
    private record Candidate(String origin, String written) {
        Optional<Path> path() {
            try {
                return Optional.of(Path.of(written));
            } catch (InvalidPathException nonsense) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return origin + " " + written;
        }
    }

    private static String message(BrowserChoice choice, List<Program> browsers, List<Program> drivers) {
        String name = InstalledPlaces.driverName(choice.name());
        String fix = choice.name() == Name.EDGE
                ? "install Microsoft Edge and msedgedriver of one version"
                : "on Debian or Ubuntu: apt-get install chromium chromium-driver";
        String elsewhere = "; or name them with --browser-binary and --driver-binary";
        if (browsers.isEmpty()) {
            return "no browser was found; " + fix + elsewhere;
        }
        Program browser = browsers.get(0);
        if (drivers.isEmpty()) {
            return "no " + name + " was found for " + browser.title() + " (" + browser.path() + "); " + fix + elsewhere;
        }
        Program driver = drivers.get(0);
        return name + " " + driver.version() + " (" + driver.path() + ") needs a browser " + driver.major() + ", found "
                + browser.title() + " (" + browser.path() + "); " + fix + elsewhere;
    }
}
