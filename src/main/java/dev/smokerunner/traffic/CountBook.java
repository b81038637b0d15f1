package dev.smokerunner.traffic;

import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.Counts;
import dev.smokerunner.history.Counts.ErrorKey;
import dev.smokerunner.history.reading.CountReader;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes counts into the history, and tells what the minutes that changed come to now. */
public final class CountBook {
    private final Jdbi jdbi;
    private final Consumer<Map<CountKey, Long>> listener;
    private final Consumer<String> problems;

    /**
     * A book.
     *
     * @param jdbi where it writes
     * @param listener is told all counts of each minute that changed, of all runners together
     * @param problems is told why the listener could not be
     */
    public CountBook(Jdbi jdbi, Consumer<Map<CountKey, Long>> listener, Consumer<String> problems) {
        this.jdbi = jdbi;
        this.listener = listener;
        this.problems = problems;
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
            tell(counts.keySet());
        }
        return isWritten;
    }

    /** What is written stays so, whatever happens here: who took it for not written would write it twice. */
    private void tell(Set<CountKey> changed) {
        try {
            listener.accept(new CountReader(jdbi).minutesOf(changed));
        } catch (RuntimeException e) {
            problems.accept("visitors were counted, and the numbers could not be sent on: " + e.getMessage());
        }
    }
}
