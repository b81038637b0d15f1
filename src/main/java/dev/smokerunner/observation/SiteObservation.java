package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.Captured.Fault;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What was seen that concerns the whole site and not one of its pages.
 *
 * @param contents the files of the package that the site is served from; unseen for a live site
 * @param release what is served of the release that should be live
 * @param edges what the other places serve that must serve the same
 * @param previous what is left of the release before
 * @param upload how the site stood while an upload went on
 * @param notes what was not asked, and why
 */
public record SiteObservation(
        Captured<PackageContents> contents,
        Captured<ReleaseSighting> release,
        Captured<List<PlaceSighting>> edges,
        Captured<PreviousSighting> previous,
        Captured<UploadSighting> upload,
        List<String> notes) {

    /** Rejects null. */
    public SiteObservation {
        requireNonNull(contents);
        requireNonNull(release);
        requireNonNull(edges);
        requireNonNull(previous);
        requireNonNull(upload);
        // What was saved before there were any has none.
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
    }

    /** A site of which only that is known, because nothing else was asked. */
    public static SiteObservation of(Captured<PackageContents> contents) {
        return new SiteObservation(
                contents,
                Captured.unseen("no release was given (--release)", Fault.NOT_ASKED),
                Captured.unseen("no origin and no edges are configured", Fault.NOT_ASKED),
                Captured.unseen("no previous release was given (--previous)", Fault.NOT_ASKED),
                Captured.unseen("no upload was watched (--watch-upload)", Fault.NOT_ASKED),
                List.of());
    }

    /** What is left where some files of the package are of no interest. */
    SiteObservation without(Predicate<String> isOutKey) {
        return new SiteObservation(
                contents.map(files -> files.without(isOutKey)), release, edges, previous, upload, notes);
    }

    /** The same with what is served of a release. */
    public SiteObservation withRelease(Captured<ReleaseSighting> seen) {
        return new SiteObservation(contents, seen, edges, previous, upload, notes);
    }

    /** The same with what other places serve. */
    public SiteObservation withEdges(Captured<List<PlaceSighting>> seen) {
        return new SiteObservation(contents, release, seen, previous, upload, notes);
    }

    /** The same with what is left of the release before. */
    public SiteObservation withPrevious(Captured<PreviousSighting> seen) {
        return new SiteObservation(contents, release, edges, seen, upload, notes);
    }

    /** The same with what an upload showed. */
    public SiteObservation withUpload(Captured<UploadSighting> seen) {
        return new SiteObservation(contents, release, edges, previous, seen, notes);
    }

    /** The same with what was not asked. */
    public SiteObservation withNotes(List<String> told) {
        return new SiteObservation(contents, release, edges, previous, upload, told);
    }
}
