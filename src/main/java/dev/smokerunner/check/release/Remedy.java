package dev.smokerunner.check.release;

import dev.smokerunner.check.web.CacheNews;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.result.ReleaseState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What to do about a release that is not live. What is wrong shows in the answers of the site alone; who can mend it shows in
 * what caches say of themselves, in the other places and in the looks before.
 *
 * @param release what was seen of the release
 * @param state the state of the release at the site
 * @param looks what the looks found there
 */
record Remedy(ReleaseSighting release, ReleaseState state, Looks looks) {
    /** What helps with files that lag behind, by the one of them that tells most; absent where nothing is to be done. */
    Optional<String> against(List<FileSighting> lagging, FileSighting telling) {
        Optional<String> purge = purge(lagging, telling);
        if (purge.isPresent()) {
            return purge;
        }
        if (ReleaseStates.isSilent(release.site())) {
            return Optional.of("nothing could be compared: see to the server first, or ask from another network");
        }
        if (looks.isInTurn() || isOneOfTwo()) {
            return Optional.of(Looks.TWO_BUILDS);
        }
        return switch (state) {
            case ALTERED ->
                Optional.of(
                        "look for what stands between the package and here: a CDN, a proxy, a server's module; if the"
                                + " release before was like this, the upload did not reach this place (--previous tells)");
            case STALE, CONVERGING, MIXED, MISSING ->
                Optional.of("no cache says that it kept this: the upload did not reach this place, or not all of it");
            case FOREIGN -> Optional.of(ServedPages.hint(telling));
            case LIVE, UNKNOWN -> Optional.empty();
        };
    }

    /** What caches are to forget, where one says that it kept an answer or the origin has a better one. */
    private Optional<String> purge(List<FileSighting> lagging, FileSighting telling) {
        boolean isAtOrigin = release.places().stream()
                .filter(place -> place.place().kind() == Place.Kind.ORIGIN)
                .anyMatch(place -> isLiveAt(place, telling));
        List<String> reasons = new ArrayList<>();
        if (isAtOrigin) {
            reasons.add("the origin has the release");
        }
        if (ServedBy.keeper(telling).isPresent()) {
            reasons.add(keptWords(telling));
        }
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        List<URI> kept = lagging.stream()
                .filter(file -> isAtOrigin || ServedBy.keeper(file).isPresent())
                .map(FileSighting::url)
                .toList();
        String more = kept.size() == 1 ? "" : " and " + (kept.size() - 1) + " more";
        return Optional.of(String.join(", and ", reasons) + ": purge " + kept.get(0) + more);
    }

    private static boolean isLiveAt(PlaceSighting place, FileSighting wanted) {
        return place.files().stream()
                .anyMatch(file -> file.file().key().equals(wanted.file().key()) && ReleaseStates.isServed(file));
    }

    private static String keptWords(FileSighting file) {
        CacheNews news = ServedBy.news(file).orElseThrow();
        String age = news.age().map(time -> " (" + time.toSeconds() + " s old)").orElse("");
        String what = ReleaseStates.isMissing(file)
                ? "that it is missing"
                : "the old " + (file.file().isPage() ? "page" : "file");
        return news.cache() + " still serves " + what + age;
    }

    /** Whether the two addresses of one page are served from two releases, and no cache says that it kept one of them. */
    private boolean isOneOfTwo() {
        return release.site().files().stream()
                .filter(file -> file.file().isPage() && file.answer().isOk())
                .collect(Collectors.groupingBy(
                        file -> file.file().key(), Collectors.mapping(ServedPages::of, Collectors.toSet())))
                .values()
                .stream()
                .anyMatch(kinds -> kinds.contains(ServedPages.Kind.OF_ANOTHER_RELEASE)
                        && kinds.contains(ServedPages.Kind.RELEASED));
    }
}
