package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.packages.Upgrade;
import dev.smokerunner.canary.search.Answer;

/** What a canary did, in numbers. */
final class Counts {
    /** What is to be known where no sandbox works. */
    static final String NOT_HELD =
            "the builds were not held: bwrap is missing or does not work here, so what they ran had the network and the files of its"
                    + " user; install bubblewrap";

    private Counts() {}

    static String upgrades(CanaryResult canary) {
        long direct = canary.candidates().stream().filter(Upgrade::isDirect).count();
        int all = canary.candidates().size();
        if (all == 0) {
            return canary.baseline().answer() == Answer.GOOD
                    ? "nothing is newer than the lock"
                    : "what is newer than the lock was not tried";
        }
        return count(all) + " (" + direct + " direct, " + (all - direct) + " that they bring)";
    }

    /** How many upgrades. */
    static String count(int upgrades) {
        return upgrades + (upgrades == 1 ? " upgrade" : " upgrades");
    }

    static String builds(CanaryResult canary) {
        return canary.builds() + (canary.builds() == 1 ? " build" : " builds") + " in "
                + canary.took().toSeconds() + " s";
    }
}
