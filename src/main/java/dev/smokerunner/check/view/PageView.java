package dev.smokerunner.check.view;

import dev.smokerunner.check.web.LostScripts;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A looked-at page as its checks see it: one for a page, in which what several of them read is worked out once.
 *
 * <p>Nothing of it changes, so that checks may read it side by side.
 */
public final class PageView {
    private final PageObservation observation;
    private final Lazy<List<Asset>> assets;
    private final Lazy<Map<URI, Asset>> byUrl;
    private final Lazy<List<ServedAsset>> served;
    private final Lazy<Losses> losses;
    private final Lazy<Blockings> blockings;
    private final Lazy<NamedFiles> namedFiles;
    private final Lazy<LostScripts> lostScripts;

    /** The view of a page of which this was seen. */
    public PageView(PageObservation observation) {
        this.observation = observation;
        assets = new Lazy<>(() -> Assets.of(observation));
        byUrl = new Lazy<>(() -> byUrl(assets()));
        served = new Lazy<>(() -> assets().stream()
                .flatMap(asset -> ServedAsset.of(asset).stream())
                .toList());
        losses = new Lazy<>(() -> new Losses(observation));
        blockings = new Lazy<>(() -> new Blockings(observation));
        namedFiles = new Lazy<>(() -> new NamedFiles(observation));
        lostScripts = new Lazy<>(() -> LostScripts.of(observation));
    }

    /** What was seen of the page. */
    public PageObservation observation() {
        return observation;
    }

    /** What the page needs from its own site, in the order in which it is named, then asked for. */
    public List<Asset> assets() {
        return assets.get();
    }

    /** The asset of that URL, which has no fragment; absent where the page needs none. */
    public Optional<Asset> asset(URI url) {
        return Optional.ofNullable(byUrl.get().get(url));
    }

    /** The assets that were answered with a status of 2xx, in their order. */
    public List<ServedAsset> served() {
        return served.get();
    }

    /** What is lost with a file of the page's own site or of another one, which the page needs no less. */
    public Set<Loss> losses(URI url) {
        return losses.get().of(url, asset(url));
    }

    /** What the browser kept from the page. */
    public Blockings blockings() {
        return blockings.get();
    }

    /** Who names whom in the package from which the page is served; no file is known where it is not served from one. */
    public NamedFiles namedFiles() {
        return namedFiles.get();
    }

    /** The scripts of other hosts that are not to be had there. */
    public LostScripts lostScripts() {
        return lostScripts.get();
    }

    private static Map<URI, Asset> byUrl(List<Asset> assets) {
        Map<URI, Asset> byUrl = new HashMap<>();
        assets.forEach(asset -> byUrl.put(asset.url(), asset));
        return byUrl;
    }
}
