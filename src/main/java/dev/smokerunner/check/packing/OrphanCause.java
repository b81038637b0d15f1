package dev.smokerunner.check.packing;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.filename.FileName;

/** Tells why nothing names a file of the package: the tag that did is damaged, or names it wrongly. */
final class OrphanCause {
    private OrphanCause() {}

    /** Whether a finding says why a file is not named. */
    static boolean explains(Detection orphan, Detection cause) {
        return cause.subject() instanceof Subject.Tag && cause.impact().isAtLeast(orphan.impact())
                || cause.isAbsent()
                        && isOtherBuild(cause.subject().text(), orphan.subject().text());
    }

    private static boolean isOtherBuild(String missing, String shipped) {
        FileName one = FileName.ofAddress(missing);
        FileName other = FileName.of(shipped);
        return one.extension().equals(other.extension())
                && !one.plain().isEmpty()
                && one.plain().equals(other.plain());
    }
}
