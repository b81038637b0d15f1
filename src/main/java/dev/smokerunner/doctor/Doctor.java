package dev.smokerunner.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Examines all at once, and waits for none without end.
 *
 * @param patience how long all together may take
 */
public record Doctor(Duration patience) {
    /** A program may take ten seconds to say its version, and a browser and its driver are asked one after the other. */
    public static final Duration PATIENCE = Duration.ofSeconds(25);

    /** What each found, in the order of the list. */
    public List<Diagnosis> examine(List<Examination> examinations) {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "smoke-doctor");
            // What hangs must not keep the process.
            thread.setDaemon(true);
            return thread;
        });
        long end = System.nanoTime() + patience.toNanos();
        try {
            List<Future<List<Diagnosis>>> begun = new ArrayList<>();
            examinations.forEach(examination -> begun.add(threads.submit(examination::examine)));
            List<Diagnosis> found = new ArrayList<>();
            for (int i = 0; i < begun.size(); i++) {
                found.addAll(await(examinations.get(i).subject(), begun.get(i), end));
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Diagnosis> await(String subject, Future<List<Diagnosis>> begun, long end) {
        try {
            return begun.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return List.of(Diagnosis.fail(
                    subject, "no answer within " + patience.toSeconds() + " s", "look at it by hand, or try again"));
        } catch (ExecutionException crash) {
            return List.of(Diagnosis.fail(
                    subject,
                    "could not be looked at: " + crash.getCause(),
                    "please report this as a bug of smoke doctor"));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of(Diagnosis.skip(subject, "stopped"));
        }
    }
}
