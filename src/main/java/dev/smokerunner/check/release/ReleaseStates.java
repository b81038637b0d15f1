package dev.smokerunner.check.release;

import dev.smokerunner.check.release.ServedPages.Kind;
import dev.smokerunner.check.view.UnwantedNames;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.ReleaseState;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells from what a place serves how far a release has come there. */
public final class ReleaseStates {
    private ReleaseStates() {}

    /** The state of the release in one place. */
    public static ReleaseState of(PlaceSighting seen) {
        List<FileSighting> needed = needed(seen);
        List<FileSighting> lagging = lagging(needed);
        if (!lagging.isEmpty()) {
            return of(seen, lagging);
        }
        return needed.stream().anyMatch(FileSighting::isUnasked) ? ReleaseState.UNKNOWN : ReleaseState.LIVE;
    }

    /** How far a release has come that is not all there: pages tell more than assets. */
    private static ReleaseState of(PlaceSighting seen, List<FileSighting> lagging) {
        Set<Kind> pages = EnumSet.noneOf(Kind.class);
        lagging.stream().filter(ReleaseStates::isOtherPage).map(ServedPages::of).forEach(pages::add);
        if (!pages.isEmpty() && pages.stream().allMatch(Kind::isForeign)) {
            return ReleaseState.FOREIGN;
        }
        boolean isAnyPageNew = seen.files().stream().anyMatch(ReleaseStates::isNewPage);
        List<FileSighting> assets =
                seen.files().stream().filter(file -> !file.file().isPage()).toList();
        if (pages.contains(Kind.OF_ANOTHER_RELEASE) && !isAnyPageNew) {
            return withoutItsPages(lagging, assets);
        }
        if (isAnyAssetOfAnother(lagging, pages, assets)) {
            return withoutItsAssets(pages.contains(Kind.ALTERED) && !isAnyPageNew, assets);
        }
        if (lagging.stream().anyMatch(ReleaseStates::isMissing)) {
            return ReleaseState.MISSING;
        }
        return EnumSet.of(Kind.ALTERED).containsAll(pages) ? ReleaseState.ALTERED : ReleaseState.CONVERGING;
    }

    /**
     * The state over all places: that of the site itself; where it is live there, converging while other places lag behind, and
     * unknown while nothing worse is known of them.
     */
    public static ReleaseState over(List<ReleaseState> places) {
        ReleaseState site = places.get(0);
        List<ReleaseState> others = places.stream()
                .filter(state -> state != ReleaseState.LIVE)
                .distinct()
                .toList();
        if (site != ReleaseState.LIVE || others.isEmpty()) {
            return site;
        }
        return others.equals(List.of(ReleaseState.UNKNOWN)) ? ReleaseState.UNKNOWN : ReleaseState.CONVERGING;
    }

    /** What the page can need: neither what should not have been packaged, nor a folder's page under its second name. */
    static List<FileSighting> needed(PlaceSighting seen) {
        return seen.files().stream()
                .filter(file -> !UnwantedNames.isUnwanted(file.file().key()))
                .filter(file -> isServed(file) || !isLiveElsewhere(file, seen))
                .toList();
    }

    /** Those of the needed files that were asked for and are not served. */
    static List<FileSighting> lagging(List<FileSighting> needed) {
        return needed.stream()
                .filter(file -> !isServed(file) && !file.isUnasked())
                .toList();
    }

    /** Whether nobody is served anything of what the page can need. */
    static boolean isSilent(PlaceSighting seen) {
        return needed(seen).stream().allMatch(file -> file.answer().response().isEmpty());
    }

    /** Whether something else answers where the file should be. */
    static boolean isOther(FileSighting file) {
        return file.answer().isOk() && !isServed(file) && !isStoodInFor(file);
    }

    /** Whether a file is served: as it was packaged, or changed on the way in what does not matter. */
    public static boolean isServed(FileSighting file) {
        return file.isLive() || file.answer().isOk() && file.file().isPage() && ServedPages.of(file) == Kind.TOUCHED;
    }

    /** Whether a page is the release's own: one that both releases have as it is tells of neither. */
    private static boolean isNewPage(FileSighting file) {
        return file.file().isPage() && isServed(file) && !file.isKept();
    }

    private static boolean isOtherPage(FileSighting file) {
        return file.file().isPage() && isOther(file);
    }

    private static boolean isOtherAsset(FileSighting file) {
        return !file.file().isPage() && isOther(file);
    }

    /** Whether one of the assets is that of another release, or may be since another release is known to be there. */
    private static boolean isAnyAssetOfAnother(List<FileSighting> lagging, Set<Kind> pages, List<FileSighting> assets) {
        boolean isAnotherKnown =
                pages.contains(Kind.OF_ANOTHER_RELEASE) || assets.stream().anyMatch(FileSighting::isPrevious);
        return lagging.stream().anyMatch(file -> isOtherAsset(file) && (isAnotherKnown || !isNoMoreThanAltered(file)));
    }

    /**
     * Whether a file differs from the one that was packaged and nothing says that it is that of another release: what a cache
     * kept may be, and what has little in common with it.
     */
    static boolean isNoMoreThanAltered(FileSighting file) {
        if (file.file().isPage()) {
            return ServedPages.of(file) == Kind.ALTERED;
        }
        return !file.isPrevious()
                && ServedPages.isAlike(file.difference())
                && ServedBy.keeper(file).isEmpty();
    }

    /** Whether the file is not there, or a page answers in its place. */
    static boolean isMissing(FileSighting file) {
        return !file.isUnasked() && !file.isSame() && (!file.answer().isOk() || isStoodInFor(file));
    }

    /** Whether an HTML page answers for what is none. */
    static boolean isStoodInFor(FileSighting file) {
        Optional<HttpResponse> response = file.answer().whole().filter(HttpResponse::isOk);
        return !file.isLive()
                && !file.file().isPage()
                && response.filter(r -> MediaTypes.isHtml(r.headers().mediaType()))
                        .isPresent();
    }

    private static ReleaseState withoutItsPages(List<FileSighting> lagging, List<FileSighting> assets) {
        boolean isPagePrevious = lagging.stream().anyMatch(file -> file.file().isPage() && file.isPrevious());
        boolean isAnAssetReplaced = assets.stream().anyMatch(asset -> asset.isLive() && asset.isReplaced());
        return isPagePrevious && isAnAssetReplaced ? ReleaseState.MIXED : ReleaseState.STALE;
    }

    /** An altered page where no page is the release's is taken for that of the release before, beside assets of it. */
    private static ReleaseState withoutItsAssets(boolean isPageAltered, List<FileSighting> assets) {
        boolean isPrevious = assets.stream().anyMatch(FileSighting::isPrevious);
        return isPageAltered && isPrevious ? ReleaseState.STALE : ReleaseState.MIXED;
    }

    /**
     * A missing {@code index.html} whose folder answers right, or the reverse: servers differ in which of them they have. A
     * bucket as an origin may also answer its folder with a list of its files.
     */
    private static boolean isLiveElsewhere(FileSighting file, PlaceSighting seen) {
        return (isMissing(file) || file.isUnasked() || seen.place().kind() == Place.Kind.ORIGIN)
                && seen.files().stream()
                        .anyMatch(other -> isServed(other)
                                && other.file().key().equals(file.file().key())
                                && !other.url().equals(file.url()));
    }
}
