package dev.smokerunner.check;

import dev.smokerunner.observation.BrowserRequest.Kind;
import java.util.Set;

/** Which requests of a browser are for assets, rather than for pages and calls. */
final class LoadedKinds {
    private static final Set<Kind> ASSETS =
            Set.of(Kind.SCRIPT, Kind.STYLE, Kind.IMAGE, Kind.FONT, Kind.MANIFEST, Kind.WORKER);

    private LoadedKinds() {}

    static boolean isAsset(Kind kind) {
        return ASSETS.contains(kind);
    }
}
