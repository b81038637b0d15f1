package dev.smokerunner.incident;

import java.util.Locale;

/** Who noticed that something is wrong with a site. */
public enum Source {
    /** The page was looked at. */
    CHECKS,
    /** Customers wrote to support. */
    TICKETS,
    /** More or fewer requests came than usual. */
    REQUESTS,
    /** Answers took another time than usual. */
    RESPONSE_TIMES;

    /** As it is written in the history. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that word. */
    public static Source of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it has judged what it saw already: then one look is enough, from one place. */
    public boolean isSignal() {
        return this != CHECKS;
    }

    /** Whether it goes on for a while when all is well again: customers write about what they saw an hour ago. */
    boolean isLate() {
        return this == TICKETS;
    }
}
