package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.run.SmokeRunner;
import dev.smokerunner.run.Version;
import java.util.Optional;
import java.util.function.Function;

/** The parts as they are put together for a real run. */
final class RealWiring implements Wiring {
    private final PrelaunchedBrowser browser;
    private final LocalSystem system;

    /**
     * The parts for a real run.
     *
     * @param browser may have been started already
     * @param system this machine's clocks and environment
     */
    RealWiring(PrelaunchedBrowser browser, LocalSystem system) {
        this.browser = browser;
        this.system = system;
    }

    @Override
    public String version() {
        return Version.current();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(system.environment().get(name));
    }

    @Override
    public Function<SmokePlan, SmokeResult> runner(Progress progress) {
        return new SmokeRunner(progress, Browsers.after(browser), system)::run;
    }

    @Override
    // From Java 22 on the console is there without a terminal too, but not that of java.base, which the launcher asks
    // for.
    @SuppressWarnings("SystemConsoleNull")
    public Teller teller(Telling telling) {
        return new ReportTeller(telling, system, System.console() != null);
    }
}
