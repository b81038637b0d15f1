package dev.smokerunner.saved;

import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SeenPage;
import dev.smokerunner.run.SeenRun;
import dev.smokerunner.run.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/**
 * Writes what a run sees into a folder, each page when it was seen, without the run's secrets. A run goes on when this fails;
 * why it failed is asked at the end.
 */
public final class ObservationWriter implements ObservationRecorder {
    private final ObservationFolder folder;
    private final Set<Integer> written = ConcurrentHashMap.newKeySet();
    private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

    private ObservationWriter(ObservationFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes into this folder, which is made where it is missing.
     *
     * @throws IOException if it holds anything already, or cannot be written to
     */
    public static ObservationWriter into(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new IOException("expected a new or an empty folder, got one that holds files");
                }
            }
        }
        ObservationFolder made = new ObservationFolder(folder);
        Files.createDirectories(made.pages());
        Files.createDirectories(made.parts());
        return new ObservationWriter(made);
    }

    /** Why not all was written; absent where it was. */
    public Optional<String> trouble() {
        return Optional.ofNullable(troubles.peek());
    }

    @Override
    public void page(SeenPage page, UnaryOperator<String> masked) {
        // A page that is seen after its run gave it up was judged as unseen.
        if (written.add(page.number())) {
            write(folder.page(page.number()), page, masked);
        }
    }

    @Override
    public void end(SeenRun run, UnaryOperator<String> masked) {
        write(
                folder.run(),
                new ObservationFolder.Header(ObservationFolder.SCHEMA, Version.current(), written.size(), run),
                masked);
    }

    private void write(Path file, Object value, UnaryOperator<String> masked) {
        try {
            Files.write(
                    file,
                    ObservationMapper.of(new PartFiles(folder.parts()), masked).writeValueAsBytes(value));
        } catch (IOException | UncheckedIOException | JacksonException e) {
            troubles.add(file + ": " + e.getMessage());
        }
    }
}
