package dev.smokerunner.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Whether a browser may lock itself in: as root Chromium does not, and without user namespaces it does not start.
 *
 * @param host the machine
 */
record SandboxExamination(Host host) implements Examination {
    /** Each setting of the kernel, or of a distribution's, with the value by which it forbids user namespaces. */
    private static final Map<Path, String> FORBIDDING = Map.of(
            Path.of("/proc/sys/user/max_user_namespaces"), "0",
            // Debian's own.
            Path.of("/proc/sys/kernel/unprivileged_userns_clone"), "0",
            // Ubuntu's from 23.10 on; browsers from packages have a profile that lets them through.
            Path.of("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"), "1");

    @Override
    public String subject() {
        return "sandbox";
    }

    @Override
    public List<Diagnosis> examine() {
        if (host.isRoot()) {
            return List.of(Diagnosis.warn(
                    subject(),
                    "this is root: Chromium is started without its sandbox",
                    "run as another user where pages are looked at that are not your own"));
        }
        if (host.family() != Host.Family.LINUX) {
            return List.of(Diagnosis.elsewhere(subject()));
        }
        return FORBIDDING.entrySet().stream()
                .filter(setting -> host.text(setting.getKey())
                        .filter(setting.getValue()::equals)
                        .isPresent())
                .findFirst()
                .map(setting -> Diagnosis.warn(
                        subject(),
                        "user namespaces are restricted: " + setting.getKey() + " is " + setting.getValue(),
                        "if Chromium says \"No usable sandbox\", install it as a package of the system, or ask who runs"
                                + " this machine to allow user namespaces"))
                .or(() -> java.util.Optional.of(Diagnosis.ok(subject(), "not root, and user namespaces are allowed")))
                .stream()
                .toList();
    }
}
