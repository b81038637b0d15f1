package dev.smokerunner.saved;

import dev.smokerunner.run.SeenPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a kept run, wherever its files are.
 *
 * @param parts its large parts
 * @param files its other files
 */
record ObservationReader(Parts parts, Files files) {
    /** The file that is read first. */
    static final String RUN = "run.json";

    /** The other files by their names. */
    interface Files {
        /**
         * The bytes of a file.
         *
         * @throws IOException if there is none, or it cannot be read
         */
        byte[] read(String name) throws IOException;
    }

    /** The name of a page's file. */
    static String page(int number) {
        return "pages/" + number + ".json";
    }

    /**
     * Reads all of it.
     *
     * @throws IOException if it is not whole, or was written in another form
     */
    ObservationFolder.Saved read() throws IOException {
        JsonMapper mapper = ObservationMapper.of(parts, UnaryOperator.identity());
        try {
            ObservationFolder.Header header =
                    mapper.treeToValue(checked(mapper.readTree(files.read(RUN))), ObservationFolder.Header.class);
            List<SeenPage> pages = new ArrayList<>();
            for (int i = 0; i < header.pages(); i++) {
                pages.add(mapper.readValue(files.read(page(i)), SeenPage.class));
            }
            if (pages.isEmpty()) {
                throw new IOException("expected what a run saw of at least one page, got a run that saw none");
            }
            return new ObservationFolder.Saved(header.run(), pages);
        } catch (JacksonException | UncheckedIOException | IllegalArgumentException e) {
            throw new IOException("cannot be read, by this version or at all: " + e.getMessage(), e);
        }
    }

    private static JsonNode checked(JsonNode tree) throws IOException {
        String schema = tree.path("schema").asString("");
        if (!schema.equals(ObservationFolder.SCHEMA)) {
            throw new IOException("expected the form " + ObservationFolder.SCHEMA + ", got \"" + schema
                    + "\", written by version \"" + tree.path("version").asString("") + "\"");
        }
        return tree;
    }
}
