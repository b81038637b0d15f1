package dev.smokerunner.observe.release;

import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.PreviousSighting.PageLoads;
import dev.smokerunner.observation.PreviousSighting.Retained;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.result.LoadedAsset;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out what the release before loaded, and what of it is still served.
 *
 * @param base where the files of the site are
 * @param release the new release, whose files need no look; absent where it is not known
 */
public record PreviousLook(URI base, Optional<ReleasedPackage> release) {

    /** What pages of the release before named, going by its package. */
    public List<PageLoads> loadsOf(ReleasedPackage previous, List<URI> pages) throws IOException {
        List<PageLoads> loads = new ArrayList<>();
        for (URI page : pages) {
            Optional<ReleaseFile> file = FileAddress.key(base, page).flatMap(previous::file);
            if (file.isPresent()) {
                loads.add(new PageLoads(
                        page,
                        Optional.empty(),
                        false,
                        previous.namedBy(file.get()).stream()
                                .map(this::asLoaded)
                                .toList()));
            }
        }
        return loads;
    }

    /** What a browser loaded for pages, moved from where they were then to where they are now. */
    public List<PageLoads> moved(URI then, List<PageLoads> loads) {
        String old = FileAddress.base(then).toString();
        return loads.stream()
                .map(page -> new PageLoads(
                        moved(old, page.page()),
                        page.browser(),
                        page.isComplete(),
                        page.assets().stream()
                                .map(asset -> new LoadedAsset(moved(old, asset.url()), asset.role(), asset.bytes()))
                                .toList()))
                .toList();
    }

    /** The assets of a package that the new release does not have, with what they are for. */
    public Map<URI, Role> goneFrom(ReleasedPackage previous) {
        Map<URI, Role> gone = new LinkedHashMap<>();
        previous.files().stream()
                .filter(file -> !file.isPage() && isGone(file.key()))
                .forEach(file -> gone.put(address(file.key()), FileAddress.role(file.key())));
        return gone;
    }

    /** The loaded assets of the site that the new release does not have, with what they are for. */
    public Map<URI, Role> goneFrom(List<PageLoads> loads, Predicate<URI> firstParty) {
        Map<URI, Role> gone = new LinkedHashMap<>();
        loads.stream()
                .flatMap(page -> page.assets().stream())
                .filter(asset -> firstParty.test(asset.url()))
                .filter(asset ->
                        FileAddress.key(base, asset.url()).map(this::isGone).orElse(true))
                .forEach(asset -> gone.put(asset.url(), role(asset.role())));
        return gone;
    }

    /**
     * What answers for assets now.
     *
     * @param deadline when to give up; what has not answered by then counts as not answered
     * @throws InterruptedException if the run was given up
     */
    public PreviousSighting ask(
            String name, Map<URI, Role> assets, List<PageLoads> loads, HttpFetcher http, Deadline deadline)
            throws InterruptedException {
        List<PendingAnswers.Asked<Retained>> asked = assets.entrySet().stream()
                .map(asset -> new PendingAnswers.Asked<>(
                        http.use(
                                asset.getKey(),
                                asset.getValue(),
                                answer -> new Retained(asset.getValue(), Comparison.withoutBody(answer))),
                        () -> new Retained(asset.getValue(), http.unanswered(asset.getKey(), asset.getValue()))))
                .toList();
        return new PreviousSighting(name, PendingAnswers.collected(asked, deadline), true, loads);
    }

    private boolean isGone(String key) {
        return release.isEmpty() || release.get().file(key).isEmpty();
    }

    private LoadedAsset asLoaded(ReleaseFile file) {
        return new LoadedAsset(address(file.key()), FileAddress.role(file.key()).label(), file.bytes());
    }

    private URI address(String key) {
        List<URI> all = FileAddress.of(base, key);
        return all.get(all.size() - 1);
    }

    private URI moved(String old, URI url) {
        String text = url.toString();
        return text.startsWith(old) ? URI.create(base + text.substring(old.length())) : url;
    }

    private static Role role(String label) {
        return Arrays.stream(Role.values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElse(Role.OTHER);
    }
}
