package dev.smokerunner.check.release;

import dev.smokerunner.check.packing.UnwantedFiles;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.ReleaseState;
import java.util.List;
import java.util.Optional;

/** Tells from what a place serves how far a release has come there. */
public final class ReleaseStates {
    /** Two releases of one page have more words in common, and two products of one house fewer. */
    private static final double SAME_PRODUCT = 0.4;
    /** Smaller files, such as empty ones and blank pictures, are the same in many products. */
    private static final int TELLING_BYTES = 64;

    private ReleaseStates() {}

    /** The state of the release in one place. */
    public static ReleaseState of(PlaceSighting seen) {
        List<FileSighting> needed = needed(seen);
        if (needed.stream().allMatch(FileSighting::isLive)) {
            return ReleaseState.LIVE;
        }
        List<FileSighting> pages =
                needed.stream().filter(file -> file.file().isPage()).toList();
        List<FileSighting> assets =
                needed.stream().filter(file -> !file.file().isPage()).toList();
        boolean isAnyPageNew = pages.stream().anyMatch(FileSighting::isLive);
        boolean isAnyPageOther = pages.stream().anyMatch(ReleaseStates::isOther);
        if (isAnyPageOther && !isAnyPageNew) {
            return withoutItsPages(pages, assets);
        }
        if (assets.stream().anyMatch(ReleaseStates::isOther)) {
            return ReleaseState.MIXED;
        }
        if (needed.stream().anyMatch(ReleaseStates::isMissing)) {
            return ReleaseState.MISSING;
        }
        return ReleaseState.CONVERGING;
    }

    /** The state over all places: that of the site itself, and converging where only other places lag behind. */
    public static ReleaseState over(List<ReleaseState> places) {
        ReleaseState site = places.get(0);
        boolean isLiveEverywhere = places.stream().allMatch(state -> state == ReleaseState.LIVE);
        return site == ReleaseState.LIVE && !isLiveEverywhere ? ReleaseState.CONVERGING : site;
    }

    /** What the page can need: neither what should not have been packaged, nor a folder's page under its second name. */
    static List<FileSighting> needed(PlaceSighting seen) {
        return seen.files().stream()
                .filter(file -> !UnwantedFiles.isUnwanted(file.file().key()))
                .filter(file -> file.isLive() || !isLiveElsewhere(file, seen))
                .toList();
    }

    /** Whether something else answers where the file should be. */
    static boolean isOther(FileSighting file) {
        return file.answer().isOk() && !file.isLive() && !isStoodInFor(file);
    }

    /** Whether the file is not there, or a page answers in its place. */
    static boolean isMissing(FileSighting file) {
        return !file.answer().isOk() || isStoodInFor(file);
    }

    /** Whether an HTML page answers for what is none. */
    static boolean isStoodInFor(FileSighting file) {
        Optional<HttpResponse> response = file.answer().whole().filter(HttpResponse::isOk);
        return !file.isLive()
                && !file.file().isPage()
                && response.filter(r -> MediaTypes.isHtml(r.headers().mediaType()))
                        .isPresent();
    }

    private static ReleaseState withoutItsPages(List<FileSighting> pages, List<FileSighting> assets) {
        boolean isProduct = pages.stream().anyMatch(ReleaseStates::isOfSameProduct)
                || assets.stream()
                        .anyMatch(asset -> asset.isPrevious()
                                || asset.isLive() && asset.file().bytes() >= TELLING_BYTES);
        if (!isProduct) {
            return ReleaseState.FOREIGN;
        }
        boolean isPagePrevious = pages.stream().anyMatch(FileSighting::isPrevious);
        boolean isAnAssetReplaced = assets.stream().anyMatch(asset -> asset.isLive() && asset.isReplaced());
        return isPagePrevious && isAnAssetReplaced ? ReleaseState.MIXED : ReleaseState.STALE;
    }

    private static boolean isOfSameProduct(FileSighting page) {
        return page.isPrevious() || page.difference().alike() >= SAME_PRODUCT;
    }

    /**
     * A missing {@code index.html} whose folder answers right, or the reverse: servers differ in which of them they have. A
     * bucket as an origin may also answer its folder with a list of its files.
     */
    private static boolean isLiveElsewhere(FileSighting file, PlaceSighting seen) {
        return (isMissing(file) || seen.place().kind() == Place.Kind.ORIGIN)
                && seen.files().stream()
                        .anyMatch(other -> other.isLive()
                                && other.file().key().equals(file.file().key())
                                && !other.url().equals(file.url()));
    }
}
