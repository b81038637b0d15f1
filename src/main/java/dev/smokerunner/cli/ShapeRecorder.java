package dev.smokerunner.cli;

import dev.smokerunner.canary.PageShape;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageOutline;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SeenPage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** Keeps what rendered pages are made of. */
final class ShapeRecorder implements ObservationRecorder {
    private final Map<Integer, PageShape> shapes = new ConcurrentSkipListMap<>();

    @Override
    public void page(SeenPage page, UnaryOperator<String> masked) {
        page.observation()
                .value()
                .flatMap(PageObservation::rendered)
                .ifPresent(rendered -> shapes.put(page.number(), shape(rendered, masked)));
    }

    /** The shapes of all pages that were rendered, in the order of the plan. */
    List<PageShape> shapes() {
        return List.copyOf(shapes.values());
    }

    private static PageShape shape(RenderedPage page, UnaryOperator<String> masked) {
        return new PageShape(
                page.elements(),
                page.scripts(),
                page.outline().parts().stream()
                        .map(ShapeRecorder::words)
                        .map(masked)
                        .toList());
    }

    private static String words(PageOutline.Part part) {
        return part.tag()
                + (part.id().isEmpty() ? "" : "#" + part.id())
                + (part.name().isEmpty() ? "" : "[name=" + part.name() + "]")
                + (part.text().isEmpty() ? "" : " \"" + part.text() + "\"");
    }
}
