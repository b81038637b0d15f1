package dev.smokerunner.canary.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a set of changes that breaks something as small as it gets: without any one of those that are left, it works or cannot be
 * tried.
 *
 * <p>This is ddmin of Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (2002). Among n changes it finds
 * one that breaks alone with at most about 2·log2 n questions.
 *
 * @param <C> a change
 */
public final class DeltaDebugging<C> {
    private final Oracle<Set<C>> oracle;

    /** A search that asks an oracle. */
    public DeltaDebugging(Oracle<Set<C>> oracle) {
        this.oracle = oracle;
    }

    /**
     * The smallest set that is still bad.
     *
     * @param bad changes that are bad together, while none at all is good
     */
    public Set<C> minimal(Set<C> bad) {
        List<C> changes = new ArrayList<>(bad);
        int parts = 2;
        while (changes.size() > 1) {
            List<List<C>> chunks = split(changes, parts);
            Optional<List<C>> part = firstBad(chunks);
            Optional<List<C>> rest = part.isPresent() ? Optional.empty() : firstBad(complements(changes, chunks));
            if (part.isPresent()) {
                changes = part.get();
                parts = 2;
            } else if (rest.isPresent()) {
                changes = rest.get();
                parts = Math.max(parts - 1, 2);
            } else if (parts < changes.size()) {
                parts = Math.min(parts * 2, changes.size());
            } else {
                break;
            }
        }
        return new LinkedHashSet<>(changes);
    }

    private Optional<List<C>> firstBad(List<List<C>> sets) {
        return sets.stream()
                .filter(set -> oracle.ask(new LinkedHashSet<>(set)) == Answer.BAD)
                .findFirst();
    }

    /** Of two parts each is what the other leaves. */
    private List<List<C>> complements(List<C> changes, List<List<C>> chunks) {
        return chunks.size() == 2
                ? List.of()
                : chunks.stream().map(chunk -> without(changes, chunk)).toList();
    }

    private static <C> List<C> without(List<C> all, List<C> chunk) {
        return all.stream().filter(change -> !chunk.contains(change)).toList();
    }

    /** Parts of about the same size, in order. */
    private static <C> List<List<C>> split(List<C> all, int parts) {
        List<List<C>> chunks = new ArrayList<>();
        int from = 0;
        for (int part = 1; part <= parts; part++) {
            int to = (int) ((long) all.size() * part / parts);
            chunks.add(all.subList(from, to));
            from = to;
        }
        return chunks;
    }
}
