package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.HeadStart;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.run.SmokeRunner;
import dev.smokerunner.run.Version;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** The parts as they are put together for a real run. */
final class RealWiring implements Wiring {
    private final HeadStart browser;

    /**
     * The parts for a real run.
     *
     * @param browser may have been started already
     */
    RealWiring(HeadStart browser) {
        this.browser = browser;
    }

    @Override
    public String version() {
        return Version.current();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public Function<SmokePlan, SmokeResult> runner(Progress progress) {
        return new SmokeRunner(progress, Clock.systemUTC(), Browsers.after(browser))::run;
    }

    @Override
    // From Java 22 on the console is there without a terminal too, but not that of java.base, which the launcher asks
    // for.
    @SuppressWarnings("SystemConsoleNull")
    public Teller teller(Telling telling) {
        return new ReportTeller(telling, System.getenv(), System.console() != null);
    }
}
