package dev.smokerunner.check;

import java.util.List;

/** The one list of all page checks, in the order in which they run and are reported. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new PageStatusCheck(),
            new PageBlankCheck(),
            new ScriptTagCheck(),
            new ReleaseCheck(),
            new EdgesCheck(),
            new RetentionCheck(),
            new AssetStatusCheck(),
            new AssetTypeCheck(),
            new AssetBodyCheck(),
            new AssetIntegrityCheck(),
            new AssetBlockedCheck(),
            new AssetHostCheck(),
            new AssetFingerprintCheck(),
            new PackageCheck(),
            new ApiCallCheck(),
            new PageErrorCheck(),
            new ElementCheck(),
            new ResponseTimeCheck(),
            new ThirdPartyCheck(),
            new ConsoleErrorCheck(),
            new AssetCacheCheck(),
            new FallbackCheck(),
            new SearchEnginesCheck());

    private Checks() {}

    /** All checks; {@code page-status} is the first, because the others wait for it. */
    public static List<Check> all() {
        return ALL;
    }

    /** The place of a check in the list; after the last for a name that is not in it. */
    static int order(String name) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).name().equals(name)) {
                return i;
            }
        }
        return ALL.size();
    }
}
