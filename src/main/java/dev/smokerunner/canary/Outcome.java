package dev.smokerunner.canary;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.build.BuildTrouble;
import dev.smokerunner.canary.build.Built;
import dev.smokerunner.canary.search.Answer;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.List;

/** What came of one try. */
public sealed interface Outcome {

    /** What it says to a search. */
    Answer answer();

    /**
     * It was built, and its page was looked at.
     *
     * @param result what is wrong with the page
     * @param shapes the pages that a browser rendered
     * @param built what was built
     */
    record Checked(SmokeResult result, List<PageShape> shapes, Built built) implements Outcome {
        /** Rejects null. */
        public Checked {
            requireNonNull(result);
            shapes = List.copyOf(shapes);
            requireNonNull(built);
        }

        @Override
        public Answer answer() {
            return switch (result.verdict()) {
                case PASS -> Answer.GOOD;
                case FAIL -> Answer.BAD;
                case INCONCLUSIVE -> Answer.UNKNOWN;
            };
        }

        /** Whether the page is broken. */
        public boolean isBroken() {
            return result.verdict() == Verdict.FAIL;
        }
    }

    /**
     * It could not be built, or its tests fail.
     *
     * @param kind what went wrong
     * @param words the same in words, with the end of what the build printed; hostile
     */
    record NotBuilt(BuildTrouble.Kind kind, String words) implements Outcome {
        /** Rejects null. */
        public NotBuilt {
            requireNonNull(kind);
            requireNonNull(words);
        }

        @Override
        public Answer answer() {
            return Answer.BAD;
        }
    }

    /**
     * It could not be tried: the versions contradict each other, or cannot be installed.
     *
     * @param why why
     */
    record NotTried(String why) implements Outcome {
        /** Rejects null. */
        public NotTried {
            requireNonNull(why);
        }

        @Override
        public Answer answer() {
            return Answer.UNKNOWN;
        }
    }
}
