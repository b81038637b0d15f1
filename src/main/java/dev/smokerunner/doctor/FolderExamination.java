package dev.smokerunner.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether files can be made in a folder, and whether its disk has room for them. A folder that is not there yet is made by
 * who writes to it, so the nearest one above counts.
 *
 * @param host the machine
 * @param subject what the folder is for
 * @param folder where
 * @param needed bytes with which it is sure to suffice
 * @param remedy how to name another folder
 */
record FolderExamination(Host host, String subject, Path folder, long needed, String remedy) implements Examination {

    @Override
    public List<Diagnosis> examine() {
        Path existing = existing();
        Optional<String> refusal = host.refusal(existing);
        if (refusal.isPresent()) {
            return List.of(Diagnosis.fail(
                    subject, "cannot write to " + existing + ": " + refusal.get(), "make it writable, or " + remedy));
        }
        OptionalLong free = host.free(existing);
        String place =
                folder + (existing.equals(folder.toAbsolutePath().normalize()) ? "" : ", which is not there yet,");
        if (free.isPresent() && free.getAsLong() < needed) {
            return List.of(Diagnosis.warn(
                    subject,
                    place + " can be written to, but has only " + Sizes.words(free.getAsLong()) + " free",
                    "make room (" + Sizes.words(needed) + " are enough), or " + remedy));
        }
        String room = free.isPresent() ? ", " + Sizes.words(free.getAsLong()) + " free" : "";
        return List.of(Diagnosis.ok(subject, place + " can be written to" + room));
    }

    private Path existing() {
        Path existing = folder.toAbsolutePath().normalize();
        while (!java.nio.file.Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }
}
