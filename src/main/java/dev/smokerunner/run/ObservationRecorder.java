package dev.smokerunner.run;

import java.util.function.UnaryOperator;

/** Is given what a run saw, before it is judged. */
public interface ObservationRecorder {
    /** Keeps nothing. */
    ObservationRecorder NONE = new ObservationRecorder() {};

    /**
     * A page was seen; called by several threads at once.
     *
     * @param masked takes the secrets of the run out of a text
     */
    default void page(SeenPage page, UnaryOperator<String> masked) {}

    /** All pages were seen. */
    default void end(SeenRun run, UnaryOperator<String> masked) {}

    /** Both of them, this one first. */
    default ObservationRecorder and(ObservationRecorder other) {
        ObservationRecorder first = this;
        return new ObservationRecorder() {
            @Override
            public void page(SeenPage page, UnaryOperator<String> masked) {
                first.page(page, masked);
                other.page(page, masked);
            }

            @Override
            public void end(SeenRun run, UnaryOperator<String> masked) {
                first.end(run, masked);
                other.end(run, masked);
            }
        };
    }
}
