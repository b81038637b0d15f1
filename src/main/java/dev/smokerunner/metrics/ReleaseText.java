package dev.smokerunner.metrics;

import dev.smokerunner.release.Release;
import java.util.List;

/** What receivers are told of a release. */
final class ReleaseText {
    private ReleaseText() {}

    static String of(Release release) {
        return "release " + release.version() + " of " + release.name() + " (" + release.environment() + ")";
    }

    /** What it is found by. */
    static List<String> tags(Release release) {
        return List.of("release", GraphiteNames.part(release.name()), GraphiteNames.part(release.environment()));
    }
}
