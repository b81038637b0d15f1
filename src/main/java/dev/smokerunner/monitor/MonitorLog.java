package dev.smokerunner.monitor;

import dev.smokerunner.history.SiteMemory;

/** Is told what a monitor does. Called by several threads at once. */
public interface MonitorLog {
    /** A round is over, and this is known of its site now. */
    void round(SiteLook look, SiteMemory memory);

    /** Something that somebody should mend. */
    void problem(String text);

    /** Something that is good to know. */
    void note(String text);
}
