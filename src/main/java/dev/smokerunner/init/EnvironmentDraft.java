package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Audience;

/**
 * The environment of a drafted config.
 *
 * @param name its name
 * @param place its URL, or its package as the config file names it
 * @param isPackage whether it is a package
 * @param audience who is served it, as far as anybody but its owner can know
 * @param why why that audience, in our words
 */
public record EnvironmentDraft(String name, String place, boolean isPackage, Audience audience, String why) {
    /** Rejects null. */
    public EnvironmentDraft {
        requireNonNull(name);
        requireNonNull(place);
        requireNonNull(audience);
        requireNonNull(why);
    }

    /** A package, which only the team has. */
    public static EnvironmentDraft ofPackage(String path) {
        return new EnvironmentDraft(
                "package", path, true, Audience.TEAM, "a package is not uploaded yet: only the team has it");
    }

    /**
     * A live site.
     *
     * @param isLocal whether its address is one that no customer reaches
     */
    public static EnvironmentDraft ofSite(String url, boolean isLocal) {
        return isLocal
                ? new EnvironmentDraft(
                        "local", url, false, Audience.TEAM, "the address is one of this machine or network")
                : new EnvironmentDraft(
                        "production", url, false, Audience.CUSTOMERS, "a guess that hides no severity: nobody said");
    }

    /** The same, now that the page was seen to keep search engines out. */
    EnvironmentDraft keptFromSearch() {
        return new EnvironmentDraft(
                "staging", place, isPackage, Audience.INTERNAL, "a guess: the page keeps search engines out");
    }
}
