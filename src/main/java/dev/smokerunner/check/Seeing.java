package dev.smokerunner.check;

import dev.smokerunner.detection.Judgement;
import dev.smokerunner.observation.Captured;
import java.util.function.Function;

/** Judges only what was seen. */
public final class Seeing {
    private Seeing() {}

    /** What a check says about something that may not have been seen: errored then, or skipped where nobody asked. */
    public static <T> Judgement judge(String check, Captured<T> captured, Function<T, Judgement> judgement) {
        if (captured instanceof Captured.Unseen<T> unseen) {
            return unseen.fault() == Captured.Fault.NOT_ASKED
                    ? Judgement.skipped(check, unseen.reason())
                    : Judgement.errored(check, unseen.reason());
        }
        return judgement.apply(captured.value().orElseThrow());
    }
}
