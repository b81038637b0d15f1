package dev.smokerunner.cli;

import dev.smokerunner.canary.Canary;
import dev.smokerunner.canary.CanaryOrder;
import dev.smokerunner.canary.build.WorkingCopies;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.telling.CanaryVerdict;
import dev.smokerunner.monitor.CanaryLook;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** The canaries of a monitor: what {@code smoke canary} does, as one of its rounds. */
record MonitoredCanary(Application application) implements CanaryLook {

    @Override
    public SmokeResult look(CanaryOrder order, SmokePlan plan) throws InterruptedException {
        Instant startedAt = application.now();
        CanaryVerdict verdict = new CanaryVerdict(plan.subject(), startedAt, application.version(), plan.failOn());
        return result(order, plan, verdict).mapTexts(plan.redaction()::apply);
    }

    private SmokeResult result(CanaryOrder order, SmokePlan plan, CanaryVerdict verdict) throws InterruptedException {
        CanaryReader reader = new CanaryReader(order, application);
        List<String> problems = new ArrayList<>();
        reader.check(problems);
        if (!problems.isEmpty()) {
            return verdict.unknown(String.join("; ", problems));
        }
        try (WorkingCopies copies = reader.copies()) {
            BuiltPages pages = new BuiltPages(application, plan);
            return verdict.of(new Canary(reader.plan(copies, pages, trial -> {})).run());
        } catch (PackagesException | IOException | UncheckedIOException e) {
            return verdict.unknown(String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            throw (InterruptedException) new InterruptedException("the monitor ends").initCause(e);
        }
    }
}
