package dev.smokerunner.check.packing;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.result.Finding;
import java.util.Set;

/** Tells why nothing names a file of the package: the tag that did is damaged, or names it wrongly. */
public final class OrphanCause {
    private static final Set<String> WRONG_NAMES = Set.of("asset-status", "asset-type");

    private OrphanCause() {}

    /** Whether a finding says why a file is not named. */
    public static boolean explains(Finding cause, Finding orphan) {
        if (!OrphanFinding.isOne(orphan)) {
            return false;
        }
        return cause.check().equals("script-tag") && cause.impact().isAtLeast(orphan.impact())
                || WRONG_NAMES.contains(cause.check()) && isOtherBuild(cause.subject(), orphan.subject());
    }

    private static boolean isOtherBuild(String missing, String shipped) {
        FileName one = FileName.ofAddress(missing);
        FileName other = FileName.of(shipped);
        return one.extension().equals(other.extension())
                && !one.plain().isEmpty()
                && one.plain().equals(other.plain());
    }
}
