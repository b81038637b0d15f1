package dev.smokerunner.doctor;

import java.util.List;

/**
 * The Java that this runs on. Which versions can be used the launcher knows: with another one nothing would run.
 *
 * @param host the machine
 */
record JavaExamination(Host host) implements Examination {

    @Override
    public String subject() {
        return "java";
    }

    @Override
    public List<Diagnosis> examine() {
        Host.JavaFacts java = host.java();
        return List.of(Diagnosis.ok(subject(), java.version() + " in " + java.home()), archive(java));
    }

    private static Diagnosis archive(Host.JavaFacts java) {
        String subject = "class archive";
        if (java.archive().isEmpty()) {
            return Diagnosis.warn(
                    subject,
                    "none: each run starts slower than it could",
                    "start with ./smoke from the folder that was built; the first run that visits a page makes the archive");
        }
        if (!java.isArchiveUsed()) {
            return Diagnosis.warn(
                    subject,
                    java.archive().get() + " does not fit this Java, and is not used",
                    "delete it; the next run that visits a page makes a new one");
        }
        return Diagnosis.ok(subject, "in use: " + java.archive().get());
    }
}
