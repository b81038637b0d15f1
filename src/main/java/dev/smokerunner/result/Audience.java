package dev.smokerunner.result;

import java.util.Locale;

/** Who is served an environment; it caps how severe a finding there can be. */
public enum Audience {
    /** Production: no cap. */
    CUSTOMERS(Severity.SEV1),
    /** Staging, or the inactive side of a blue/green pair: Sev 4 at most. */
    INTERNAL(Severity.SEV4),
    /** Canary builds, CI, a package that is not uploaded yet: Sev 5. */
    TEAM(Severity.SEV5);

    private final Severity cap;

    Audience(Severity cap) {
        this.cap = cap;
    }

    /** Its name in configs and reports: {@code customers}, {@code internal} or {@code team}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The severity that an impact has for this audience. */
    public Severity cap(Severity impact) {
        return impact.milderOf(cap);
    }
}
