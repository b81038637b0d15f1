package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.PreviousSighting.PageLoads;
import dev.smokerunner.result.LastGood;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is known of the release before. */
public sealed interface Previous {

    /** What it was named on the command line. */
    String name();

    /**
     * What a page looked like then, where it was well and somebody looked.
     *
     * @param path the page, relative to the target
     * @param browser the name of the browser; absent where it is the only one
     */
    default Optional<LastGood> lastGood(String path, Optional<String> browser) {
        return Optional.empty();
    }

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
     * @param good what its pages looked like; empty where it did not pass
     */
    record Result(String name, URI target, List<PageLoads> pages, List<GoodPage> good) implements Previous {
        /** Copies the lists. */
        public Result {
            requireNonNull(name);
            requireNonNull(target);
            pages = List.copyOf(pages);
            good = List.copyOf(good);
        }

        @Override
        public Optional<LastGood> lastGood(String path, Optional<String> browser) {
            return good.stream()
                    .filter(page -> target.relativize(page.url()).toString().equals(path)
                            && page.browser().equals(browser))
                    .map(GoodPage::seen)
                    .findFirst();
        }
    }

    /**
     * A page of a run that passed.
     *
     * @param url where it was then
     * @param browser the name of the browser that looked; absent where it was the only one
     * @param seen what it looked like
     */
    record GoodPage(URI url, Optional<String> browser, LastGood seen) {
        /** Rejects null. */
        public GoodPage {
            requireNonNull(url);
            requireNonNull(browser);
            requireNonNull(seen);
        }
    }
}
