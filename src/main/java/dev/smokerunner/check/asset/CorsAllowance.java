package dev.smokerunner.check.asset;

import dev.smokerunner.observation.CorsFlaw;

/**
 * What would let a page read an answer of another origin.
 *
 * @param flaw what is wrong with the answer
 * @param origin the page's
 * @param host who answers
 * @param isAllowedElsewhere whether the same address gave another answer that allows it
 * @param mayDoWithout whether the tag asks for more than it needs
 */
record CorsAllowance(CorsFlaw flaw, String origin, String host, boolean isAllowedElsewhere, boolean mayDoWithout) {
    private static final String ALLOW = "Access-Control-Allow-Origin: ";
    private static final String CREDENTIALS = "Access-Control-Allow-Credentials: true";

    /** What is wrong with it, as the end of a sentence. */
    String flawText() {
        if (isOfCache()) {
            return "an answer that does not allow the page's origin " + origin
                    + " comes in turn with one that does, as from a cache that does not keep them apart";
        }
        return switch (flaw) {
            case ABSENT, OTHER -> "its answer does not allow the page's origin " + origin;
            case OTHER_ORIGIN -> "its answer allows another origin, and not the page's " + origin;
            case WILDCARD ->
                "its answer allows every origin (*), which does not count for a request with credentials of " + origin;
            case NO_CREDENTIALS -> "its answer does not allow a request with credentials of " + origin;
            case SEVERAL -> "its answer allows several origins at once, which counts as none, for " + origin;
            case PREFLIGHT ->
                "the answer to the request before it (a preflight, OPTIONS) does not allow what the page's origin "
                        + origin + " is about to ask";
        };
    }

    String expected() {
        return switch (flaw) {
            case WILDCARD, NO_CREDENTIALS -> ALLOW + origin + ", " + CREDENTIALS;
            case PREFLIGHT ->
                "OPTIONS answered with status 200 or 204, " + ALLOW + origin
                        + ", and the method and fields that are asked with in Access-Control-Allow-Methods and -Headers";
            case SEVERAL -> ALLOW + origin + ", once";
            case ABSENT, OTHER_ORIGIN, OTHER -> ALLOW + origin + " or *";
        };
    }

    String hint() {
        return switch (flaw) {
            case WILDCARD ->
                "let " + host + " send the page's own origin instead of *, and " + CREDENTIALS
                        + "; or ask for it without credentials";
            case NO_CREDENTIALS ->
                "let " + host + " send " + CREDENTIALS + " with it, or ask for it without credentials";
            case PREFLIGHT ->
                "let " + host + " answer OPTIONS itself, without a log-in or a redirect, and with these fields";
            case SEVERAL -> "let one of server, proxy and CDN send the header, and the others not";
            case ABSENT, OTHER_ORIGIN, OTHER ->
                "let " + host + " send that header with it" + (mayDoWithout ? ", or take crossorigin off the tag" : "")
                        + "; a cache must keep the answers for each Origin apart (Vary: Origin)";
        };
    }

    private boolean isOfCache() {
        return isAllowedElsewhere && (flaw == CorsFlaw.ABSENT || flaw == CorsFlaw.OTHER_ORIGIN);
    }
}
