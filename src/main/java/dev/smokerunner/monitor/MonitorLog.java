package dev.smokerunner.monitor;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.SiteMemory;
import java.util.Map;

/** Is told what a monitor does. Called by several threads at once. */
public interface MonitorLog {
    /** A round is over, and this is known of its site now. */
    void round(SiteLook look, SiteMemory memory);

    /** Tickets were counted: this is what their minutes come to now. */
    default void counted(Map<CountKey, Long> totals) {
        // Most logs leave that to metrics.
    }

    /** Something that somebody should mend. */
    void problem(String text);

    /** Something that is good to know. */
    void note(String text);
}
