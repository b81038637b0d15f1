package dev.smokerunner.saved;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.PlanRunner;
import dev.smokerunner.run.SeenPage;
import dev.smokerunner.secret.Disguise;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes of a kept run a zip that can be sent to others: without what may be private, and so that it is judged as the kept run
 * is.
 *
 * @param folder what a run kept
 * @param disguise hides what may be private; used for this report alone
 * @param withPictures whether the screenshots come along, in which nothing can be hidden
 */
public record BugReport(Path folder, Disguise disguise, boolean withPictures) {

    /**
     * What became of it.
     *
     * @param result what the kept run is judged to be
     * @param pages how many pages it holds
     * @param hidden how many different values were hidden, by their kind
     * @param pictures how many pictures were left out
     * @param changed what is judged otherwise without what was hidden, one line each; no zip is there then
     */
    public record Summary(
            SmokeResult result, int pages, Map<Disguise.Kind, Integer> hidden, int pictures, List<String> changed) {
        /** Copies the collections. */
        public Summary {
            hidden = Map.copyOf(hidden);
            changed = List.copyOf(changed);
        }
    }

    /**
     * Writes it.
     *
     * @param zip where to; there must be nothing yet
     * @param machine what is known of this machine, as JSON
     * @param about the text that goes along
     * @throws IOException if the kept run cannot be read, or the zip cannot be written
     */
    public Summary write(Path zip, String machine, Function<Summary, String> about) throws IOException {
        ObservationFolder kept = new ObservationFolder(folder);
        ObservationFolder.Saved saved = kept.read();
        SmokeResult before = judged(saved);
        new PrivateValues(disguise).findIn(kept, saved);
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip, StandardOpenOption.CREATE_NEW));
        try {
            Summary summary;
            try (out) {
                // Twice: what turns out to be private in a page stands in those before it, too.
                writeRun(new ZipWriting(new ZipOutputStream(OutputStream.nullOutputStream())), saved);
                ZipWriting entries = new ZipWriting(out);
                writeRun(entries, saved);
                summary = new Summary(before, saved.pages().size(), disguise.hidden(), pictures(saved), List.of());
                entries.entry("machine.json", disguise.apply(machine));
                entries.entry("about.txt", about.apply(summary));
            }
            List<String> changed = changed(before, judged(KeptRun.read(zip)));
            if (!changed.isEmpty()) {
                Files.delete(zip);
            }
            return new Summary(before, summary.pages(), summary.hidden(), summary.pictures(), changed);
        } catch (IOException | UncheckedIOException | JacksonException e) {
            Files.deleteIfExists(zip);
            throw new IOException("cannot write " + zip + ": " + e.getMessage(), e);
        }
    }

    private void writeRun(ZipWriting entries, ObservationFolder.Saved saved) throws IOException {
        JsonMapper mapper = ObservationMapper.of(entries, disguise::apply);
        int number = 0;
        for (SeenPage page : saved.pages()) {
            String name = ZippedParts.FOLDER + ObservationReader.page(number++);
            entries.entry(name, mapper.writeValueAsBytes(withPictures ? page : withoutPicture(page)));
        }
        ObservationFolder.Header header = new ObservationFolder.Header(
                ObservationFolder.SCHEMA, version(), saved.pages().size(), saved.run());
        entries.entry(ZippedParts.FOLDER + ObservationReader.RUN, mapper.writeValueAsBytes(header));
    }

    private String version() throws IOException {
        return new JsonMapper()
                .readTree(Files.readAllBytes(new ObservationFolder(folder).run()))
                .path("version")
                .asString("");
    }

    private static SeenPage withoutPicture(SeenPage page) {
        return page.seeing(page.observation()
                .map(seen -> seen.withBrowser(seen.browser()
                        .map(visit -> visit.withScreenshot(
                                Captured.unseen("left out of the bug report", Captured.Fault.NOT_ASKED))))));
    }

    private int pictures(ObservationFolder.Saved saved) {
        return withPictures
                ? 0
                : (int) saved.pages().stream()
                        .flatMap(page -> page.observation().value().stream())
                        .map(PageObservation::browser)
                        .flatMap(visit -> visit.value().stream())
                        .map(BrowserVisit::screenshot)
                        .filter(picture -> picture.value().isPresent())
                        .count();
    }

    private static SmokeResult judged(ObservationFolder.Saved saved) {
        return PlanRunner.judge(saved.run(), saved.pages());
    }

    private static List<String> changed(SmokeResult before, SmokeResult after) {
        List<String> lost = told(before);
        List<String> come = new ArrayList<>(told(after));
        come.removeIf(lost::remove);
        return Stream.concat(
                        lost.stream().map(line -> "without what was hidden it says no more: " + line),
                        come.stream().map(line -> "without what was hidden it says in its place: " + line))
                .toList();
    }

    private static List<String> told(SmokeResult result) {
        List<String> told = new ArrayList<>();
        told.add("the verdict " + result.verdict());
        result.severity().ifPresent(severity -> told.add("severity " + severity));
        result.findings()
                .forEach(finding -> told.add(finding.check() + " " + finding.kind() + ", impact "
                        + finding.impact().level()));
        return told;
    }
}
