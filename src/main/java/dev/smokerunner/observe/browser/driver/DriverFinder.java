package dev.smokerunner.observe.browser.driver;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the driver of a browser: as chosen, as the environment says, as installed, by WebDriverManager, by Selenium Manager. */
public final class DriverFinder {
    private static final String VARIABLE = "SMOKE_DRIVER";
    /** For the whole search: a driver has some ten megabytes, and half of a run's two minutes must be left. */
    private static final Duration WHOLE = Duration.ofSeconds(60);

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
     * Finds the driver, within a minute.
     *
     * @param browserBinary the browser that it is to start, whose version it must fit
     * @return its executable
     * @throws BrowserException if there is none, with a line for each step that was tried
     */
    public Path find(BrowserChoice choice, Path browserBinary) throws BrowserException {
        DriverKind kind = DriverKind.of(choice.name());
        if (choice.driver().isPresent()) {
            return named("--driver-binary", choice.driver().get());
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            return named(VARIABLE, Path.of(variable));
        }
        Attempts attempts = new Attempts(WHOLE);
        Optional<ProgramVersion> browser = ProgramVersion.ask(browserBinary);
        Optional<Path> driver = new InstalledDrivers(environment, kind)
                .fitting(browser, attempts)
                .or(() -> fetched(kind, browser, attempts));
        return driver.orElseThrow(() -> new BrowserException(
                "no " + kind.program() + " was found for " + browserBinary
                        + browser.map(version -> " " + version.text()).orElse("")
                        + "; name one with --driver-binary or SMOKE_DRIVER",
                attempts.lines()));
    }

    private static Path named(String origin, Path driver) throws BrowserException {
        if (Files.isRegularFile(driver) && Files.isExecutable(driver)) {
            return driver;
        }
        throw new BrowserException(
                origin + " " + driver + ": no executable file",
                List.of(origin + " " + driver + ": no executable file"));
    }

    private Optional<Path> fetched(DriverKind kind, Optional<ProgramVersion> browser, Attempts attempts) {
        Optional<String> refusal = new DownloadTerms(environment).refusal();
        if (refusal.isPresent() || browser.isEmpty()) {
            String why = refusal.orElse("not asked, as the browser does not say its version");
            attempts.add("WebDriverManager and Selenium Manager: " + why);
            return Optional.empty();
        }
        return new ManagedDriver(environment)
                .find(kind, browser.get(), attempts)
                .filter(driver -> isSound(driver, kind, browser.get(), attempts))
                .or(() -> bySeleniumManager(kind, browser.get(), attempts)
                        .filter(driver -> isSound(driver, kind, browser.get(), attempts)));
    }

    /** What was fetched is asked, too: a mirror may hold something else under that name. */
    private static boolean isSound(Path driver, DriverKind kind, ProgramVersion browser, Attempts attempts) {
        boolean isSound = ProgramVersion.ask(driver)
                .filter(version -> kind.fits(version, browser))
                .isPresent();
        if (!isSound) {
            attempts.add("fetched " + driver + ": does not start, or is of another version");
        }
        return isSound;
    }

    private Optional<Path> bySeleniumManager(DriverKind kind, ProgramVersion browser, Attempts attempts) {
        List<String> arguments = List.of(
                "--browser",
                kind.browser(),
                "--browser-version",
                browser.major(),
                "--driver",
                kind.program(),
                "--skip-driver-in-path",
                "--avoid-browser-download");
        SeleniumManagerProgram.Answer answer = new SeleniumManagerProgram(environment).ask(arguments, attempts.left());
        if (answer.driver().isEmpty()) {
            attempts.add("Selenium Manager: " + answer.trouble());
        }
        return answer.driver();
    }
}
