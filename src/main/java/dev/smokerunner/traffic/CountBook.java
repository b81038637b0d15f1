package dev.smokerunner.traffic;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Counts;
import dev.smokerunner.history.Counts.ErrorKey;
import dev.smokerunner.history.reading.CountReader;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes counts into the history, and tells what the minutes that changed come to now. */
public final class CountBook {
    private final Jdbi jdbi;
    private final Consumer<Map<CountKey, Long>> listener;

    /**
     * A book.
     *
     * @param jdbi where it writes
     * @param listener is told all counts of each minute that changed, of all runners together
     */
    public CountBook(Jdbi jdbi, Consumer<Map<CountKey, Long>> listener) {
        this.jdbi = jdbi;
        this.listener = listener;
    }

    /**
     * Adds counts, in one transaction.
     *
     * @param also writes down more in the same transaction; nothing is written where it says no
     * @return what that said
     */
    public boolean write(Map<CountKey, Long> counts, Map<ErrorKey, Long> errors, Predicate<Handle> also) {
        boolean isWritten = jdbi.inTransaction(handle -> {
            if (!also.test(handle)) {
                return false;
            }
            Counts.add(handle, counts);
            Counts.addErrors(handle, errors);
            return true;
        });
        if (isWritten && !counts.isEmpty()) {
            listener.accept(new CountReader(jdbi).minutesOf(counts.keySet()));
        }
        return isWritten;
    }
}
