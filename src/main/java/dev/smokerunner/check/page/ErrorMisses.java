package dev.smokerunner.check.page;

import dev.smokerunner.detection.Loss;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.MessageFact.FailedFont;
import dev.smokerunner.observation.MessageFact.FailedHydration;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.OfWebAssembly;
import dev.smokerunner.observation.MessageFact.UnnamedModule;
import dev.smokerunner.result.Severity;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What an error may follow from the loss of. */
final class ErrorMisses {
    private static final Map<Class<? extends MessageFact>, Set<Loss>> BY_FACT = Map.of(
            FailedCall.class, EnumSet.of(Loss.ANSWER, Loss.START),
            UnnamedModule.class, EnumSet.of(Loss.CODE),
            FailedHydration.class, EnumSet.of(Loss.MARKUP),
            FailedFont.class, EnumSet.of(Loss.SHOWN),
            OfWebAssembly.class, EnumSet.of(Loss.WEB_ASSEMBLY));

    private ErrorMisses() {}

    static Set<Loss> of(BrowserMessage error, Severity impact) {
        Set<Loss> misses = EnumSet.noneOf(Loss.class);
        boolean isThrown = error.source() == Source.EXCEPTION;
        boolean isBad = impact.isAtLeast(Severity.SEV3);
        // What code of others throws does not depend on the page's scripts.
        boolean isOwnCode = !isThrown || isBad;
        if (isOwnCode && error.says(MissedCode.class)) {
            misses.addAll(ofMissedCode(isThrown, isBad));
        }
        if (isThrown && isBad) {
            misses.add(Loss.PAGE_CODE);
        }
        BY_FACT.forEach((fact, losses) -> {
            if (error.says(fact)) {
                misses.addAll(losses);
            }
        });
        return misses;
    }

    private static Set<Loss> ofMissedCode(boolean isThrown, boolean isBad) {
        Set<Loss> misses = EnumSet.of(Loss.CODE, Loss.START);
        if (isBad) {
            misses.add(Loss.AWAITED_CODE);
        }
        if (isThrown) {
            misses.add(Loss.REST_OF_SCRIPT);
        }
        return misses;
    }
}
