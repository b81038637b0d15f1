package dev.smokerunner.result;

/** How one check ended. */
public enum Outcome {
    /** It was judged and nothing was found. */
    PASSED,
    /** It was judged and there are findings. */
    FAILED,
    /** It could not be judged; the reason says why. */
    ERRORED,
    /** It was not asked for, or there was nothing that it could look at. */
    SKIPPED
}
