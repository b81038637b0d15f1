package dev.smokerunner.saved;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.result.Severity;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SeenPage;
import dev.smokerunner.run.SeenRun;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
            for (PagePlan page : plan.pages()) {
                List<SeenPage> same = pages.stream()
                        .filter(seen -> seen.page().path().equals(page.path()))
                        .map(seen -> seen.expecting(page))
                        .toList();
                matched.addAll(same.isEmpty() ? List.of(unseen(page)) : same);
            }
            return new Saved(run.judgedBy(run.terms().by(plan)), matched);
        }

        private SeenPage unseen(PagePlan page) {
            URI base = pages.get(0).base();
            return new SeenPage(
                    pages.size(),
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
        return path.resolve("run.json");
    }

    Path pages() {
        return path.resolve("pages");
    }

    Path page(int number) {
        return pages().resolve(number + ".json");
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
        JsonMapper mapper = ObservationMapper.of(new PartFiles(parts()), UnaryOperator.identity());
        try {
            Header header = mapper.treeToValue(checked(mapper.readTree(Files.readAllBytes(run()))), Header.class);
            List<SeenPage> pages = new ArrayList<>();
            for (int i = 0; i < header.pages(); i++) {
                pages.add(mapper.readValue(Files.readAllBytes(page(i)), SeenPage.class));
            }
            if (pages.isEmpty()) {
                throw new IOException("expected what a run saw of at least one page, got a run that saw none");
            }
            return new Saved(header.run(), pages);
        } catch (JacksonException | UncheckedIOException | IllegalArgumentException e) {
            throw new IOException("cannot be read, by this version or at all: " + e.getMessage(), e);
        }
    }

    private static JsonNode checked(JsonNode tree) throws IOException {
        String schema = tree.path("schema").asString("");
        if (!schema.equals(SCHEMA)) {
            throw new IOException("expected the form " + SCHEMA + ", got \"" + schema + "\", written by version \""
                    + tree.path("version").asString("") + "\"");
        }
        return tree;
    }
}
