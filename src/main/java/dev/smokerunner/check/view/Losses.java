package dev.smokerunner.check.view;

import dev.smokerunner.detection.Loss;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.StatedDigest.Keeper;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a page is without where it cannot use a file. */
final class Losses {
    /** What names files that a visit may never ask for. */
    private static final Set<Reference.Origin> FOR_LATER = EnumSet.of(Reference.Origin.SCRIPT, Reference.Origin.TABLE);

    private final Map<URI, List<Reference>> references = new HashMap<>();

    /** The losses of a page. */
    Losses(PageObservation page) {
        page.references().forEach(reference -> reference.url().ifPresent(url -> references
                .computeIfAbsent(url, key -> new ArrayList<>(1))
                .add(reference)));
    }

    /** What is lost with a file of the page's own site. */
    static Set<Loss> of(Asset asset) {
        Set<Loss> losses = EnumSet.noneOf(Loss.class);
        if (asset.isScript() && isWanted(asset)) {
            losses.add(Loss.CODE);
        }
        if (asset.role() != Role.ICON) {
            losses.add(Loss.SHOWN);
        }
        if (asset.role() == Role.JSON || asset.role() == Role.OTHER) {
            losses.add(Loss.DATA);
        }
        if (asset.url().toString().endsWith(".wasm")) {
            losses.add(Loss.WEB_ASSEMBLY);
        }
        if (asset.references().stream().anyMatch(Losses::isOfStart)) {
            losses.add(Loss.START);
        }
        return losses;
    }

    /** What is lost with a file, which is an asset where it is of the page's own site. */
    Set<Loss> of(URI url, Optional<Asset> asset) {
        Set<Loss> losses = asset.map(Losses::of).orElseGet(() -> EnumSet.noneOf(Loss.class));
        for (Reference reference : references.getOrDefault(url, List.of())) {
            if (reference.role().isScript()) {
                losses.add(Loss.CODE);
            }
            if (isOfStart(reference)) {
                losses.add(Loss.START);
            }
        }
        return losses;
    }

    private static boolean isOfStart(Reference reference) {
        return reference.demands().isFor(Keeper.START);
    }

    /** Whether the page asked for it, or its HTML names it: what it may load later explains nothing now. */
    private static boolean isWanted(Asset asset) {
        return !asset.requests().isEmpty()
                || asset.observation().browser().value().isEmpty()
                || asset.references().stream().anyMatch(reference -> !FOR_LATER.contains(reference.origin()));
    }
}
