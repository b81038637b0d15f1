package dev.smokerunner.doctor;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The machine, as examinations ask it. What it does not know, or what there is not on this system, is absent. */
public interface Host {

    /** The families of systems that differ in what can be asked. */
    enum Family {
        /** Linux, in a container or not. */
        LINUX,
        /** macOS. */
        MAC,
        /** Windows. */
        WINDOWS,
        /** Any other. */
        OTHER
    }

    /** What it runs. */
    Family family();

    /** An environment variable that is not blank. */
    Optional<String> variable(String name);

    /** The Java that this runs on. */
    JavaFacts java();

    /** The start of a small text file. */
    Optional<String> text(Path file);

    /** How many bytes a folder's disk has free for this user. */
    OptionalLong free(Path folder);

    /** Why no file can be made in a folder that is there; absent where one can. */
    Optional<String> refusal(Path folder);

    /** Whether this user may do everything. */
    boolean isRoot();

    /** The number of processes that want a processor, as a mean over the last minute. */
    OptionalDouble load();

    /** How many processors this process may use. */
    int processors();

    /** The part of the time, from 0 to 1, that the machine below takes from this one; measured now. */
    OptionalDouble steal();

    /** Whether a process whose parent is gone is collected when it ends; tried out with one. */
    Optional<Boolean> collectsOrphans();

    /**
     * A Java.
     *
     * @param version e.g. {@code 17.0.15+6}
     * @param home where it is
     * @param archive the class archive that was asked for; absent where none was
     * @param isArchiveUsed whether classes do come from an archive
     */
    record JavaFacts(String version, String home, Optional<String> archive, boolean isArchiveUsed) {}
}
