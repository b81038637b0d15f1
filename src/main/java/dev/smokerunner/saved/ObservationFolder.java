package dev.smokerunner.saved;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SeenPage;
import dev.smokerunner.run.SeenRun;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder with what a run saw: {@code run.json}, a file for each page, and their large parts.
 *
 * @param path the folder
 */
public record ObservationFolder(Path path) {
    /** The form of the folder; another one is not read. */
    static final String SCHEMA = "smoke-observation/1";

    /**
     * What it holds.
     *
     * @param run the run
     * @param pages its pages, each as it was seen by one browser
     */
    public record Saved(SeenRun run, List<SeenPage> pages) {
        /** Copies the list. */
        public Saved {
            pages = List.copyOf(pages);
        }

        /** The same with another gate. */
        public Saved failingOn(Severity gate) {
            return new Saved(run.judgedBy(run.terms().failingOn(gate)), pages);
        }

        /**
         * The same by what a plan expects. Pages are found by their paths: those that the plan does not name are left out, and
         * those that were not looked at are unseen. What is asked over the network stays as it was asked then.
         */
        public Saved judgedBy(SmokePlan plan) {
            List<SeenPage> matched = new ArrayList<>();
            int place = pages.size();
            for (PagePlan page : plan.pages()) {
                List<SeenPage> same = pages.stream()
                        .filter(seen -> seen.page().path().equals(page.path()))
                        .map(seen -> seen.expecting(page))
                        .toList();
                matched.addAll(same.isEmpty() ? List.of(unseen(page, place++)) : same);
            }
            return new Saved(run.judgedBy(run.terms().by(plan)), matched);
        }

        private SeenPage unseen(PagePlan page, int place) {
            URI base = pages.get(0).base();
            return new SeenPage(
                    place,
                    page,
                    Optional.empty(),
                    base,
                    base.resolve(page.path()),
                    run.site(),
                    Captured.unseen("the run that was kept did not look at this page", Captured.Fault.TOOL));
        }
    }

    /** The first thing that is read. */
    record Header(String schema, String version, int pages, SeenRun run) {}

    Path run() {
        return path.resolve(ObservationReader.RUN);
    }

    Path pages() {
        return path.resolve("pages");
    }

    Path page(int number) {
        return path.resolve(ObservationReader.page(number));
    }

    Path parts() {
        return path.resolve("parts");
    }

    /**
     * Reads all of it.
     *
     * @throws IOException if it is no such folder, is not whole, or was written in another form
     */
    public Saved read() throws IOException {
        if (!Files.isRegularFile(run())) {
            throw new IOException("expected a folder that --save-observation wrote, with a run.json in it");
        }
        return new ObservationReader(new PartFiles(parts()), name -> Files.readAllBytes(path.resolve(name))).read();
    }
}
