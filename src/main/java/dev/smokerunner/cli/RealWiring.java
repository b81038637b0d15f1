package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.SmokePlan;
import java.util.Optional;
import java.util.function.Function;

/** The parts as they are put together for a real run. */
final class RealWiring implements Wiring {

    @Override
    public String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    @Override
    public Function<SmokePlan, SmokeResult> runner(Progress progress) {
        throw new UnsupportedOperationException("the runner is not wired in yet");
    }

    @Override
    public Teller teller(Telling telling) {
        throw new UnsupportedOperationException("the reports are not wired in yet");
    }
}
