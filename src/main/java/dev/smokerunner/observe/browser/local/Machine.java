package dev.smokerunner.observe.browser.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the search for a browser may ask of the machine. */
public interface Machine {

    /** The value of an environment variable; absent where it is not set or empty. */
    Optional<String> environment(String name);

    /** Whether there is a file at this path that can be executed. */
    boolean isExecutable(Path path);

    /** The file that a path leads to after all links; the path itself where that cannot be told. */
    Path real(Path path);

    /** What is in a directory, in any order; nothing where it cannot be read. */
    List<Path> children(Path directory);

    /** The directories in which programs are looked for, in order. */
    List<Path> searchPath();
}
