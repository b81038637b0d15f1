package dev.smokerunner.result;

/** How far a release has come to where its customers are served. */
public enum ReleaseState {
    /** All of it is served. */
    LIVE,
    /** Part of it is served, and what is not fits together as the release before. */
    CONVERGING,
    /** The pages are not the release's but the same product's: the release before, kept by a cache or never replaced. */
    STALE,
    /** New pages with old assets, or old pages with new assets: they were not built for each other. */
    MIXED,
    /** Files of it are not there. */
    MISSING,
    /** All of it is served, and something on the way altered what its pages say or do. */
    ALTERED,
    /** Another product answers, a log-in page, or one that says that the site is closed for now. */
    FOREIGN,
    /** Not all of it was asked for before the time was over, and what was is served. */
    UNKNOWN
}
