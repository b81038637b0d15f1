package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.SwallowedDirective;
import java.util.List;
import java.util.Optional;

/**
 * Why a directive does not count that a policy has for what it forbids: no semicolon stands before it.
 *
 * @param directive the name of the directive that it stands in
 * @param swallowed its name
 * @param said the browser's words for it
 */
record MissingSemicolon(String directive, String swallowed, Quote said) {

    /**
     * What explains why another directive forbids something.
     *
     * @param page the page
     * @param policy the directive that forbids it
     */
    static Optional<MissingSemicolon> of(PageObservation page, PolicyDirective policy) {
        return page.browser().value().map(BrowserVisit::messages).orElse(List.of()).stream()
                .flatMap(message -> message.facts(SwallowedDirective.class)
                        .filter(lost -> policy.isFor(lost.swallowed()))
                        .map(lost -> of(message, lost)))
                .findFirst();
    }

    private static MissingSemicolon of(BrowserMessage message, SwallowedDirective lost) {
        return new MissingSemicolon(lost.directive(), lost.swallowed(), Errors.said(message));
    }

    /** What is wrong, after the place of the directive that forbids it. */
    String flaw() {
        return " counts, since " + directive + " takes " + swallowed + " for one of its sources";
    }

    String expected() {
        return "a semicolon before " + swallowed;
    }

    String hint() {
        return "put a semicolon before " + swallowed + " in " + directive + ": without one it is no directive";
    }
}
