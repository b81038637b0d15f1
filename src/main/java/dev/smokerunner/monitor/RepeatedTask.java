package dev.smokerunner.monitor;

import dev.smokerunner.history.HistoryException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is done again soon: it must not end because it failed once, as while the database is gone. That it fails is told once, until it
 * works again.
 */
final class RepeatedTask implements Runnable {
    private static final Logger LOG = Logger.getLogger(RepeatedTask.class.getName());

    private final String name;
    private final Runnable task;
    private final MonitorLog log;
    private boolean isFailing;

    /**
     * Does nothing yet.
     *
     * @param name what it is called, for people
     */
    RepeatedTask(String name, Runnable task, MonitorLog log) {
        this.name = name;
        this.task = task;
        this.log = log;
    }

    @Override
    public synchronized void run() {
        try {
            task.run();
            if (isFailing) {
                log.note(name + " works again");
            }
            isFailing = false;
        } catch (RuntimeException e) {
            if (!isFailing) {
                log.problem(name + " failed, and is tried again: " + HistoryException.reason(e));
            }
            isFailing = true;
            LOG.log(Level.INFO, name + " failed", e);
        }
    }
}
