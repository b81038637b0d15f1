package dev.smokerunner.anomaly.rule;

/** One way to tell whether the newest numbers of a sample are unlike the others. */
interface Rule {

    /** Its name, in kebab case; Skyline's own with hyphens. */
    String name();

    /** How few numbers are too few for it. */
    int fewest();

    /** What it says of a sample that is large enough. */
    Vote judge(Sample sample);

    /** What it says. */
    default Vote vote(Sample sample) {
        return sample.size() < fewest() ? Vote.abstains(name()) : judge(sample);
    }
}
