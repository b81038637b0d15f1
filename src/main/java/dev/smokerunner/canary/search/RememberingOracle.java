package dev.smokerunner.canary.search;

import java.util.HashMap;
import java.util.Map;

/**
 * Asks another oracle each question once.
 *
 * @param <C> what is tried; equal ones get the same answer
 */
public final class RememberingOracle<C> implements Oracle<C> {
    private final Oracle<C> oracle;
    private final Map<C, Answer> answers = new HashMap<>();

    /** An oracle that has not been asked yet. */
    public RememberingOracle(Oracle<C> oracle) {
        this.oracle = oracle;
    }

    @Override
    public Answer ask(C what) {
        Answer known = answers.get(what);
        if (known != null) {
            return known;
        }
        Answer answer = oracle.ask(what);
        answers.put(what, answer);
        return answer;
    }
}
