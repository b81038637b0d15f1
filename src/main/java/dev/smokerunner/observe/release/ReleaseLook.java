package dev.smokerunner.observe.release;

import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.Deadline;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks every place for the files of a release and compares what answers with what was packaged. */
public final class ReleaseLook {
    /** So many files are asked for when only a look is taken: cheap enough for every few seconds. */
    private static final int MOST_TELLING = 40;

    private final ReleasedPackage release;
    private final Optional<ReleasedPackage> previous;
    private final List<PlaceLooker> places;
    private final Predicate<URI> firstParty;

    /**
     * A look at a release.
     *
     * @param release what should be live
     * @param previous what was live before, where that is known
     * @param places where to ask, the site itself first; never empty
     * @param firstParty whether a URL belongs to the site
     */
    public ReleaseLook(
            ReleasedPackage release,
            Optional<ReleasedPackage> previous,
            List<PlaceLooker> places,
            Predicate<URI> firstParty) {
        this.firstParty = firstParty;
        this.release = release;
        this.previous = previous;
        this.places = List.copyOf(places);
    }

    /**
     * What each place serves for the pages and the files that they name.
     *
     * @param pages the URLs of the pages that matter most, as the site has them
     * @param deadline when to give up; what has not answered by then counts as not answered
     * @throws IOException if the package cannot be read
     * @throws InterruptedException if the run was given up
     */
    public List<PlaceSighting> glance(List<URI> pages, Deadline deadline) throws IOException, InterruptedException {
        URI base = places.get(0).place().base();
        List<String> keys = pages.stream()
                .flatMap(page -> FileAddress.key(base, page).stream())
                .toList();
        return at(release.telling(keys, MOST_TELLING), deadline);
    }

    /**
     * What each place serves for every file.
     *
     * @param deadline when to give up; what has not answered by then counts as not answered
     * @throws InterruptedException if the run was given up
     */
    public List<PlaceSighting> proof(Deadline deadline) throws InterruptedException {
        return at(release.files(), deadline);
    }

    private List<PlaceSighting> at(List<ReleaseFile> files, Deadline deadline) throws InterruptedException {
        List<List<PendingAnswers.Asked<FileSighting>>> open = new ArrayList<>();
        for (PlaceLooker place : places) {
            open.add(asked(place, files));
        }
        List<PlaceSighting> seen = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            seen.add(new PlaceSighting(places.get(i).place(), PendingAnswers.collected(open.get(i), deadline)));
        }
        return seen;
    }

    private List<PendingAnswers.Asked<FileSighting>> asked(PlaceLooker looker, List<ReleaseFile> files) {
        List<PendingAnswers.Asked<FileSighting>> open = new ArrayList<>();
        for (ReleaseFile file : files) {
            Comparison comparison = new Comparison(
                    file,
                    () -> bytes(release, file),
                    ofPrevious(file),
                    site(looker.place().base()));
            Role role = FileAddress.role(file.key());
            for (URI url : FileAddress.of(looker.place().base(), file.key())) {
                open.add(new PendingAnswers.Asked<>(
                        looker.http().use(url, role, comparison::with),
                        () -> comparison.with(looker.http().unanswered(url, role))));
            }
        }
        return open;
    }

    private Comparison.Site site(URI base) {
        return new Comparison.Site(
                url -> FileAddress.key(base, url).flatMap(release::file).isPresent(), release::isNamedHost, firstParty);
    }

    private Optional<Comparison.Before> ofPrevious(ReleaseFile file) {
        return previous.flatMap(old ->
                old.file(file.key()).map(before -> new Comparison.Before(before.sha256(), () -> bytes(old, before))));
    }

    /** The bytes of a file that is not too large; what cannot be read now was read when its digest was made, and has changed since. */
    private static Optional<byte[]> bytes(ReleasedPackage from, ReleaseFile file) {
        try {
            return file.bytes() > ReleasedPackage.LONGEST_TEXT ? Optional.empty() : Optional.of(from.start(file.key()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
