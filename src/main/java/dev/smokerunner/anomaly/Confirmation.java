package dev.smokerunner.anomaly;

import java.util.Optional;

/** Says when what is unusual is believed, and when that it is over. */
final class Confirmation {
    private final int confirm;
    private final int recover;
    private Optional<Departure> suspected = Optional.empty();
    private int seen;
    private int calm;
    private int lasted;
    private int before;

    Confirmation(Settings settings) {
        this.confirm = settings.confirm();
        this.recover = settings.recover();
    }

    /** One more number for which it is unusual. */
    void unusual(Departure found) {
        boolean isOther =
                suspected.filter(before -> before.isBad() != found.isBad()).isPresent();
        seen = isOther ? 0 : seen;
        suspected = Optional.of(found);
        before = Math.max(before, found.isOfWindows() ? found.points() - 1 - lasted : 0);
        seen++;
        calm = 0;
        lasted++;
    }

    /** One more that is usual; true when something that was confirmed is over with it. */
    boolean usual() {
        if (!isConfirmed()) {
            forget();
            return false;
        }
        lasted++;
        if (++calm < recover) {
            return false;
        }
        return true;
    }

    /** Begins anew. */
    void forget() {
        suspected = Optional.empty();
        seen = 0;
        calm = 0;
        lasted = 0;
        before = 0;
    }

    /** What is suspected, or confirmed and not over. */
    Optional<Departure> suspected() {
        return suspected;
    }

    boolean isConfirmed() {
        return seen >= confirm;
    }

    /** How many numbers it is of, with those that were part of it before it was suspected. */
    int reached() {
        return lasted + before;
    }

    /** For how many numbers. */
    int lasted() {
        return lasted;
    }
}
