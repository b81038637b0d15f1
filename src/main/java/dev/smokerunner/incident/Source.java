package dev.smokerunner.incident;

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

    /** Whether it has judged what it saw already: then one look is enough, from one place. */
    public boolean isSignal() {
        return this != CHECKS;
    }

    /** Whether it goes on for a while when all is well again: customers write about what they saw an hour ago. */
    boolean isLate() {
        return this == TICKETS;
    }
}
