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
        List<Program> browsers = browsers(choice, tried);
        List<Program> drivers = drivers(choice, tried);
        return pair(choice, browsers, drivers)
                .or(() -> lookUp(choice, browsers, tried))
                .orElseThrow(() -> new BrowserTrouble(message(choice, browsers, drivers), tried));
    }

    private static Optional<FoundBrowser> pair(BrowserChoice choice, List<Program> browsers, List<Program> drivers) {
        for (Program browser : browsers) {
            for (Program driver : drivers) {
                if (browser.fits(driver)) {
                    return Optional.of(found(choice, browser, driver.path()));
                }
            }
        }
        return Optional.empty();
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

    private List<Program> browsers(BrowserChoice choice, List<String> tried) {
        Optional<String> chosen = choice.binary().map(Path::toString).or(() -> machine.environment(BINARY_VARIABLE));
        if (chosen.isPresent()) {
            String origin = choice.binary().isPresent() ? "--browser-binary" : BINARY_VARIABLE;
            return program(chosen.get(), origin, tried).stream().toList();
        }
        List<Program> programs = new ArrayList<>();
        machine.environment("CHROME_BIN")
                .filter(path -> choice.name() == Name.CHROME)
                .flatMap(path -> program(path, "CHROME_BIN", tried))
                .ifPresent(programs::add);
        return installed(programs, new InstalledPlaces(machine).browsers(choice.name()), "browser", tried);
    }

    private List<Program> drivers(BrowserChoice choice, List<String> tried) {
        Optional<String> chosen = chosenDriver(choice);
        if (chosen.isPresent()) {
            String origin = choice.driver().isPresent() ? "--driver-binary" : DRIVER_VARIABLE;
            return program(chosen.get(), origin, tried).stream().toList();
        }
        List<Program> programs = new ArrayList<>();
        if (choice.name() == Name.CHROME) {
            machine.environment("CHROMEDRIVER_PATH")
                    .flatMap(path -> program(path, "CHROMEDRIVER_PATH", tried))
                    .ifPresent(programs::add);
            machine.property("webdriver.chrome.driver")
                    .flatMap(path -> program(path, "webdriver.chrome.driver", tried))
                    .ifPresent(programs::add);
        }
        String name = InstalledPlaces.driverName(choice.name());
        return installed(programs, new InstalledPlaces(machine).drivers(choice.name()), name, tried);
    }

    private Optional<String> chosenDriver(BrowserChoice choice) {
        return choice.driver().map(Path::toString).or(() -> machine.environment(DRIVER_VARIABLE));
    }

    private List<Program> installed(List<Program> named, Collection<Path> paths, String what, List<String> tried) {
        List<Program> programs = new ArrayList<>(named);
        for (Path path : paths) {
            program(path.toString(), "installed", tried).ifPresent(programs::add);
        }
        if (paths.isEmpty()) {
            tried.add("PATH and the usual places: no " + what);
        }
        return programs;
    }

    private Optional<Program> program(String written, String origin, List<String> tried) {
        Path path;
        try {
            path = Path.of(written);
        } catch (InvalidPathException nonsense) {
            tried.add(origin + " " + written + ": not a path");
            return Optional.empty();
        }
        if (!machine.isExecutable(path)) {
            tried.add(origin + " " + path + ": no executable file");
            return Optional.empty();
        }
        Optional<Program> program = machine.versionOutput(path).flatMap(output -> Program.of(path, output));
        tried.add(origin + " " + path + ": " + program.map(Program::title).orElse("does not say its version"));
        return program;
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
