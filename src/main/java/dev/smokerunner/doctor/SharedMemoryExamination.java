package dev.smokerunner.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What browsers share memory by. Chromium is told to do without; Firefox has only this.
 *
 * @param host the machine
 * @param hasFirefox whether runs want Firefox
 */
record SharedMemoryExamination(Host host, boolean hasFirefox) implements Examination {
    private static final Path PLACE = Path.of("/dev/shm");
    /** Docker gives a container 64 MiB where nothing else is said, which Firefox fills with a few large pages. */
    private static final long LITTLE = 128L << 20;

    @Override
    public String subject() {
        return "/dev/shm";
    }

    @Override
    public List<Diagnosis> examine() {
        if (host.family() != Host.Family.LINUX) {
            return List.of(Diagnosis.elsewhere(subject()));
        }
        OptionalLong free = host.free(PLACE);
        if (free.isEmpty()) {
            return List.of(verdict("there is none"));
        }
        String size = Sizes.words(free.getAsLong()) + " free";
        return List.of(free.getAsLong() < LITTLE ? verdict(size) : Diagnosis.ok(subject(), size));
    }

    private Diagnosis verdict(String found) {
        return hasFirefox
                ? Diagnosis.warn(subject(), found + ": tabs of Firefox may crash", "in Docker: --shm-size=512m")
                : Diagnosis.ok(subject(), found + "; Chromium is told to do without");
    }
}
