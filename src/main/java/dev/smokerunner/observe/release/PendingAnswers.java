package dev.smokerunner.observe.release;

import dev.smokerunner.observe.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for answers. */
final class PendingAnswers {
    private PendingAnswers() {}

    /**
     * Something that was asked.
     *
     * @param answer what will come of it
     * @param otherwise what stands for it where that does not come in time
     */
    record Asked<T>(CompletableFuture<T> answer, Supplier<T> otherwise) {}

    /**
     * The answers in their order, each of them one way or the other.
     *
     * @throws InterruptedException if the run was given up
     */
    static <T> List<T> collected(List<Asked<T>> asked, Deadline deadline) throws InterruptedException {
        List<T> answers = new ArrayList<>();
        for (Asked<T> one : asked) {
            try {
                answers.add(one.answer().get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                one.answer().cancel(true);
                answers.add(one.otherwise().get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("could not use an answer", e.getCause());
            }
        }
        return answers;
    }
}
