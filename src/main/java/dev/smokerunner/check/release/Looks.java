package dev.smokerunner.check.release;

import dev.smokerunner.observation.Poll;
import dev.smokerunner.result.ReleaseState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the looks of a wait found at the site itself, taken together.
 *
 * @param polls the looks, oldest first
 */
record Looks(List<Poll> polls) {
    static final String TWO_BUILDS =
            "servers behind one address have different builds, and each visitor gets pieces of both: build once, and bring the"
                    + " same files to all of them";
    /** To something else and back is no arrival; there and back again is no accident of one look. */
    private static final int MOST_TURNS = 3;

    /** Whether two builds answer in turn: the release comes and goes, and no one time parts before from after. */
    boolean isInTurn() {
        int turns = 0;
        for (int i = 1; i < polls.size(); i++) {
            turns += isLive(polls.get(i)) == isLive(polls.get(i - 1)) ? 0 : 1;
        }
        return turns >= MOST_TURNS;
    }

    /** What they found, e.g. {@code of 6 looks 5 found it live and 1 mixed}. */
    String words() {
        Map<ReleaseState, Long> found =
                new TreeMap<>(polls.stream().collect(Collectors.groupingBy(Looks::state, Collectors.counting())));
        String each = found.entrySet().stream()
                .map(state -> state.getValue() + " " + state.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return polls.size() == 1
                ? "the one look found it " + each.substring(2)
                : "of " + polls.size() + " looks, " + each;
    }

    private static boolean isLive(Poll poll) {
        return state(poll) == ReleaseState.LIVE;
    }

    private static ReleaseState state(Poll poll) {
        return poll.states().get(0);
    }
}
