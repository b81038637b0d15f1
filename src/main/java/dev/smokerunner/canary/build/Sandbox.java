package dev.smokerunner.canary.build;

import java.nio.file.Path;
import java.util.List;

/** What holds a process, so that what it does stays in its folder. */
public interface Sandbox {
    /** Nothing holds it: a process may read and write what its user may, and has the network. */
    Sandbox NONE = (command, folder) -> command.words();

    /**
     * The words that start a command within it.
     *
     * @param folder the only folder that it may write to
     */
    List<String> wrap(Command command, Path folder);
}
