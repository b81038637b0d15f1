package dev.smokerunner.cli;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SeenPage;
import dev.smokerunner.run.SmokePlan;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;

/**
 * A run together with what was seen in it, for who makes something of that.
 *
 * @param result what the run says
 * @param pages what was seen of the pages that were looked at, in no order
 */
record ObservedRun(SmokeResult result, List<PageObservation> pages) {

    /** Rejects null, copies the list. */
    ObservedRun {
        requireNonNull(result);
        pages = List.copyOf(pages);
    }

    /** What was seen of a page, by the URL that was asked for. */
    Optional<PageObservation> page(URI url) {
        return pages.stream().filter(page -> page.url().equals(url)).findFirst();
    }

    /** Runs a plan and keeps what was seen, which an ordinary run forgets page by page: for a few pages only. */
    static ObservedRun of(SmokePlan plan, Application application, ReportSettings settings) {
        Queue<PageObservation> pages = new ConcurrentLinkedQueue<>();
        ObservationRecorder recorder = new ObservationRecorder() {
            @Override
            public void page(SeenPage page, UnaryOperator<String> masked) {
                page.observation().value().ifPresent(pages::add);
            }
        };
        SmokeResult result = application.runner(settings, recorder).apply(plan);
        return new ObservedRun(result, List.copyOf(pages));
    }
}
