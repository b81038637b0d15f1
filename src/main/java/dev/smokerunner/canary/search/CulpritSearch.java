package dev.smokerunner.canary.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds all culprits among changes, and what is left when they are kept out.
 *
 * @param <C> a change
 */
public final class CulpritSearch<C> {
    private final Oracle<Set<C>> oracle;

    /** A search that asks an oracle, each question once. */
    public CulpritSearch(Oracle<Set<C>> oracle) {
        this.oracle = new RememberingOracle<>(oracle);
    }

    /**
     * Searches until what is left is good, or cannot be tried.
     *
     * @param all changes of which nothing is known yet
     */
    public Culprits<C> among(Set<C> all) {
        DeltaDebugging<C> search = new DeltaDebugging<>(oracle);
        Set<C> rest = new LinkedHashSet<>(all);
        List<Set<C>> found = new ArrayList<>();
        Answer answer = oracle.ask(Set.copyOf(rest));
        while (answer == Answer.BAD && !rest.isEmpty()) {
            Set<C> culprits = search.minimal(rest);
            found.add(culprits);
            // Of several that break only together it is enough to keep the last one out, unless they need each other.
            rest.remove(last(culprits));
            answer = ask(rest);
            if (answer == Answer.UNKNOWN) {
                rest.removeAll(culprits);
                answer = ask(rest);
            }
        }
        return new Culprits<>(found, rest, answer);
    }

    private Answer ask(Set<C> rest) {
        return rest.isEmpty() ? Answer.GOOD : oracle.ask(Set.copyOf(rest));
    }

    private static <C> C last(Set<C> changes) {
        return new ArrayList<>(changes).get(changes.size() - 1);
    }

    /**
     * What a search found.
     *
     * @param sets the culprits; each set breaks something, and nothing less than all of it does; most have one change
     * @param rest what is left without the last change of each set, or without all of it where they need each other
     * @param answer what the oracle says of the rest; never {@link Answer#BAD} unless there are no changes at all
     * @param <C> a change
     */
    public record Culprits<C>(List<Set<C>> sets, Set<C> rest, Answer answer) {
        /** Copies the lists. */
        public Culprits {
            sets = List.copyOf(sets);
            rest = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(rest));
        }
    }
}
