package dev.smokerunner.cli;

import dev.smokerunner.doctor.Diagnosis;
import dev.smokerunner.doctor.RunNeeds;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SmokePlan;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs nothing: gives the verdicts that it was told, and remembers what it was asked. */
class StubApplication implements Application {
    final List<SmokePlan> ran = new ArrayList<>();
    final List<SmokeResult> reported = new ArrayList<>();
    final List<ReportSettings> settings = new ArrayList<>();
    final List<RunNeeds> examined = new ArrayList<>();
    private List<Diagnosis> diagnoses = List.of();
    private final List<Verdict> verdicts;
    private Map<String, String> variables = Map.of();
    private Function<SmokePlan, SmokeResult> runner = this::result;
    private Optional<String> trouble = Optional.empty();

    StubApplication(Verdict... verdicts) {
        this.verdicts = List.of(verdicts);
    }

    StubApplication with(Map<String, String> environment) {
        variables = environment;
        return this;
    }

    StubApplication running(Function<SmokePlan, SmokeResult> other) {
        runner = other;
        return this;
    }

    StubApplication failingToReport(String message) {
        trouble = Optional.of(message);
        return this;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public LocalSystem system() {
        return new LocalSystem(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), System::nanoTime, Sleeper.SYSTEM, variables);
    }

    @Override
    public Rounds rounds(Clock clock) {
        return new Rounds(runner, () -> {});
    }

    StubApplication finding(Diagnosis... found) {
        diagnoses = List.of(found);
        return this;
    }

    @Override
    public List<Diagnosis> diagnoses(RunNeeds needs) {
        examined.add(needs);
        return diagnoses;
    }

    @Override
    public Function<SmokePlan, SmokeResult> runner(ReportSettings settings, ObservationRecorder recorder) {
        return runner;
    }

    @Override
    public List<URI> sitemap(SmokePlan plan) {
        return List.of();
    }

    @Override
    public List<String> report(List<SmokeResult> results, ReportSettings settings) {
        reported.addAll(results);
        this.settings.add(settings);
        settings.out().println(results.size() + " told");
        return trouble.stream().toList();
    }

    private SmokeResult result(SmokePlan plan) {
        Verdict verdict = verdicts.get(ran.size());
        ran.add(plan);
        return new SmokeResult(
                plan.subject(),
                Instant.EPOCH,
                Duration.ofSeconds(1),
                "1.2.3",
                verdict,
                verdict == Verdict.FAIL ? Optional.of(Severity.SEV2) : Optional.empty(),
                verdict == Verdict.INCONCLUSIVE ? Optional.of("no browser") : Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                plan.failOn());
    }
}
