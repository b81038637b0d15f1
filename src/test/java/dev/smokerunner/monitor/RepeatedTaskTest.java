package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatedTaskTest {
    private final ScriptedSite site = new ScriptedSite();
    private boolean isBroken;

    private void work() {
        if (isBroken) {
            throw new IllegalStateException("outer", new IllegalStateException("the database is gone"));
        }
    }

    @Test
    void tellsOnceThatItFailsAndOnceThatItWorksAgain() {
        RepeatedTask task = new RepeatedTask("housekeeping", this::work, site.log());
        task.run();
        isBroken = true;
        task.run();
        task.run();
        assertThat(site.said).containsExactly("housekeeping failed, and is tried again: the database is gone");

        isBroken = false;
        task.run();
        task.run();
        assertThat(site.said).hasSize(2).endsWith("housekeeping works again");
    }
}
