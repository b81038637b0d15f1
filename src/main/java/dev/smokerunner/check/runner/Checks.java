package dev.smokerunner.check.runner;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.asset.AssetBlockedCheck;
import dev.smokerunner.check.asset.AssetBodyCheck;
import dev.smokerunner.check.asset.AssetCacheCheck;
import dev.smokerunner.check.asset.AssetFingerprintCheck;
import dev.smokerunner.check.asset.AssetIntegrityCheck;
import dev.smokerunner.check.asset.AssetStatusCheck;
import dev.smokerunner.check.asset.AssetTypeCheck;
import dev.smokerunner.check.asset.FallbackCheck;
import dev.smokerunner.check.host.AssetHostCheck;
import dev.smokerunner.check.packing.PackageCheck;
import dev.smokerunner.check.page.ApiCallCheck;
import dev.smokerunner.check.page.ConsoleErrorCheck;
import dev.smokerunner.check.page.ElementCheck;
import dev.smokerunner.check.page.PageBlankCheck;
import dev.smokerunner.check.page.PageErrorCheck;
import dev.smokerunner.check.page.PageStatusCheck;
import dev.smokerunner.check.page.ResponseTimeCheck;
import dev.smokerunner.check.page.SearchEnginesCheck;
import dev.smokerunner.check.page.ThirdPartyCheck;
import dev.smokerunner.check.release.EdgesCheck;
import dev.smokerunner.check.release.ReleaseCheck;
import dev.smokerunner.check.release.RetentionCheck;
import dev.smokerunner.check.tag.ScriptTagCheck;
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
