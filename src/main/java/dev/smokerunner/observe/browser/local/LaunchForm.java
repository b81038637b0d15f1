package dev.smokerunner.observe.browser.local;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a kind of browser, or a driver that starts one, is started, and how it says where it listens. */
public interface LaunchForm {

    /** What it is, for people. */
    default String noun() {
        return "browser";
    }

    /** Writes what the browser reads at its start into its directory, which is empty. */
    void prepare(LaunchDirectory directory) throws IOException;

    /** What it is started with. */
    List<String> arguments(LaunchDirectory directory);

    /**
     * Where it listens; empty as long as it does not.
     *
     * @param written all that it wrote so far
     */
    Optional<URI> socket(String written);
}
