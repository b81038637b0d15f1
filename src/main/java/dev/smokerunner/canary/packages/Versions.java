package dev.smokerunner.canary.packages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.semver4j.Semver;
import org.semver4j.range.RangeListFactory;

/** What npm means by versions and ranges. */
public final class Versions {
    /** By precedence; what is no version comes first, as text. */
    static final Comparator<String> OLDEST_FIRST = Comparator.comparing(
                    (String text) -> Optional.ofNullable(Semver.parse(text)),
                    Comparator.comparing(parsed -> parsed.orElse(Semver.ZERO)))
            .thenComparing(Comparator.naturalOrder());

    private Versions() {}

    /** Whether a version is in a range; what is neither is in none. */
    static boolean satisfies(String version, String range) {
        Semver parsed = Semver.parse(version);
        return parsed != null && parsed.satisfies(RangeListFactory.create(range));
    }

    /**
     * Those strictly between two, oldest first, without pre-releases.
     *
     * @param published all versions that there are, in any order
     */
    public static List<String> between(List<String> published, String from, String to) {
        Semver low = Semver.parse(from);
        Semver high = Semver.parse(to);
        if (low == null || high == null) {
            return List.of();
        }
        return published.stream()
                .filter(text -> isBetween(Semver.parse(text), low, high))
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static boolean isBetween(@org.jspecify.annotations.Nullable Semver version, Semver low, Semver high) {
        return version != null
                && version.getPreRelease().isEmpty()
                && version.isGreaterThan(low)
                && version.isLowerThan(high);
    }

    /** Whether a range leaves several versions to choose from; what is not a range (a tag, a URL) does too, unless it is exact. */
    public static boolean floats(String range) {
        return Semver.parse(range.strip().replaceFirst("^[=v]+", "")) == null;
    }

    /** Whether a range of 0.x takes versions that may break by the rules of semver, e.g. {@code ~0.0.10} or {@code 0.x}. */
    public static boolean floatsBelowOne(String range) {
        return floats(range)
                && range.strip().matches("[~^]?0(\\.[0-9xX*].*)?")
                && !range.strip().startsWith("^0.0.");
    }
}
