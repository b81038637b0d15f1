package dev.smokerunner.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether the first process collects the dead: in a container it is often one that was not made for it.
 *
 * @param host the machine
 */
record FirstProcessExamination(Host host) implements Examination {

    @Override
    public String subject() {
        return "PID 1";
    }

    @Override
    public List<Diagnosis> examine() {
        if (host.family() != Host.Family.LINUX) {
            return List.of(Diagnosis.elsewhere(subject()));
        }
        String name = host.text(Path.of("/proc/1/comm")).orElse("a process without a name");
        Optional<Boolean> collects = host.collectsOrphans();
        if (collects.isEmpty()) {
            return List.of(Diagnosis.skip(subject(), name + "; could not be tried"));
        }
        return List.of(
                collects.get()
                        ? Diagnosis.ok(subject(), name + " collects processes that have lost their parent")
                        : Diagnosis.warn(
                                subject(),
                                name + " leaves processes as zombies that have lost their parent",
                                "start the container with --init (Docker, Podman), or with tini as its first process"));
    }
}
