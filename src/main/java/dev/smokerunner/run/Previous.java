package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.PreviousSighting.PageLoads;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What is known of the release before. */
public sealed interface Previous {

    /** What it was named on the command line. */
    String name();

    /**
     * Its package.
     *
     * @param path a directory or a zip
     */
    record Packaged(Path path) implements Previous {
        /** Rejects null. */
        public Packaged {
            requireNonNull(path);
        }

        @Override
        public String name() {
            return path.toString();
        }
    }

    /**
     * The result of a run that looked at it.
     *
     * @param name the file
     * @param target where it was then
     * @param pages what its pages loaded
     */
    record Result(String name, URI target, List<PageLoads> pages) implements Previous {
        /** Copies the list. */
        public Result {
            requireNonNull(name);
            requireNonNull(target);
            pages = List.copyOf(pages);
        }
    }
}
