package dev.smokerunner.api;

/** Which browser looks; it must be there, or the run is inconclusive. */
public enum BrowserKind {
    /** Chrome, Chromium or chromium-headless-shell: the default, which needs no further library. */
    CHROME,
    /** Microsoft Edge. */
    EDGE,
    /** Firefox; needs Selenium on the class path. */
    FIREFOX,
    /** None: what plain HTTP tells. What only a browser sees is skipped. */
    NONE
}
