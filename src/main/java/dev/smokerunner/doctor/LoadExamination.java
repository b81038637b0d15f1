package dev.smokerunner.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How much of the processors is left for a run: on a busy machine pages look slower than they are.
 *
 * @param host the machine
 */
record LoadExamination(Host host) implements Examination {
    /** Twice as many as can run: what is started waits as long as it runs, and limits for response times no longer hold. */
    private static final double BUSY = 2;

    /** A tenth lengthens response times by as much, which is more than those of two visits usually differ by. */
    private static final double STOLEN = 0.1;

    @Override
    public String subject() {
        return "load";
    }

    @Override
    public List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        found.add(load());
        found.add(steal());
        return found;
    }

    private Diagnosis load() {
        OptionalDouble load = host.load();
        if (load.isEmpty()) {
            return Diagnosis.elsewhere(subject());
        }
        String words =
                String.format(Locale.ROOT, "%.1f processes want %d processors", load.getAsDouble(), host.processors());
        return load.getAsDouble() > BUSY * host.processors()
                ? Diagnosis.warn(
                        subject(), words, "let fewer jobs run here at once; response times count what they wait")
                : Diagnosis.ok(subject(), words);
    }

    private Diagnosis steal() {
        String subject = "stolen time";
        OptionalDouble steal = host.steal();
        if (steal.isEmpty()) {
            return Diagnosis.elsewhere(subject);
        }
        String words = Math.round(steal.getAsDouble() * 100) + " % of the processors' time goes to other machines";
        return steal.getAsDouble() >= STOLEN
                ? Diagnosis.warn(subject, words, "use a machine that has its processors to itself for response times")
                : Diagnosis.ok(subject, words);
    }
}
