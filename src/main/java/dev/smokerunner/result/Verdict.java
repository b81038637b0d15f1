package dev.smokerunner.result;

/** What a run says in one word. */
public enum Verdict {
    /** Every check that was asked for ran, and nothing as bad as the gate was found. */
    PASS,
    /** Something as bad as the gate, or worse, was found. */
    FAIL,
    /** It could not be found out: something that was asked for did not run. Never a pass. */
    INCONCLUSIVE
}
