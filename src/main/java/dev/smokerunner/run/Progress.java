package dev.smokerunner.run;

import java.net.URI;

/** Is told how far a run is; called from several threads. */
public interface Progress {
    /** Does not listen. */
    Progress SILENT = new Progress() {};

    /** A stage began that may take a while, e.g. {@code starting the browser}. */
    default void stage(String what) {}

    /** A page was looked at: {@code done} of {@code total} are. */
    default void page(URI url, int done, int total) {}
}
