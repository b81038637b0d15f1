package dev.smokerunner.check.cause;

import dev.smokerunner.check.page.ApiCallCheck;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from the words of an error what it is about. */
final class Mentions {
    private static final Pattern LINE_NUMBER = Pattern.compile(":\\d+$");
    private static final Pattern FIRST_QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");
    private static final Pattern OF_A_MODULE =
            Pattern.compile("Script error for|Load timeout for modules|module specifier");
    private static final Pattern OF_A_CALL =
            Pattern.compile("Failed to fetch(?! dynamically)|NetworkError when|Load failed"
                    + "|is not valid JSON|Unexpected end of JSON input|Failed to execute 'json'");
    /** What code says that runs without a script that should have run before it. */
    private static final Pattern OF_LOST_CODE = Pattern.compile("is not defined|is not a function|is not a constructor"
            + "|Cannot (read|set) propert|(undefined|null) is not|Script error for|Load timeout for modules"
            + "|Loading (CSS )?chunk|dynamically imported module|module specifier|Importing a module script"
            + "|Unexpected token '?<");
    /** Checks whose subject may be what a script calls. */
    private static final Set<String> OF_CALLS = Set.of("api-call", "asset-blocked", "asset-host");
    /** Shorter names turn up in texts by chance. */
    private static final int SHORTEST_NAME = 5;

    private static final int SHORTEST_MESSAGE = 10;

    private Mentions() {}

    /** Whether a symptom is in the cause's evidence, or names its URL. */
    static boolean isNamed(Finding symptom, Finding cause) {
        return isEvidence(symptom, cause) || names(symptom.message(), cause);
    }

    /** Whether a symptom is at the cause's URL: what the text of an error names says more than the place of who logged it. */
    static boolean isAt(Finding symptom, Finding cause) {
        return place(symptom).equals(cause.subject());
    }

    /** Whether a symptom is what follows from a call that fails. */
    static boolean isOfCall(Finding symptom, Finding cause) {
        boolean isCall = OF_CALLS.contains(cause.check());
        return isCall && (isOfFailedCall(symptom) || isOfCaller(symptom, place(symptom), cause));
    }

    /** Whether the console repeats what the page throws, as frameworks do. */
    static boolean isSaidAgain(Finding symptom, Finding cause) {
        String thrown = cause.message().replaceFirst("^the page throws: (Uncaught )?(\\(in promise\\) )?", "");
        return cause.check().equals("page-error")
                && symptom.check().equals("console-error")
                && thrown.length() >= SHORTEST_MESSAGE
                && symptom.message().contains(thrown);
    }

    /** Whether a loader gave up the very script that the page still waits for. */
    static boolean isGivenUp(Finding symptom, Finding cause) {
        String file = symptom.subject().substring(symptom.subject().lastIndexOf('/') + 1);
        String module = file.replaceFirst("\\.m?js.*", "");
        return cause.check().equals("page-error")
                && symptom.check().equals("response-time")
                && module.length() >= SHORTEST_NAME
                && OF_A_MODULE.matcher(cause.message()).find()
                && cause.message().contains(module);
    }

    /** Whether it says that WebAssembly was not compiled, which never says of which file. */
    static boolean isOfWasm(Finding symptom) {
        return symptom.message().contains("WebAssembly");
    }

    /** Whether it says that a call failed, or that its answer is none. */
    static boolean isOfFailedCall(Finding symptom) {
        return OF_A_CALL.matcher(symptom.message()).find();
    }

    /** Whether the page's own code says what follows from a script that did not run before it. */
    static boolean isOfLostCode(Finding symptom) {
        // Code of others does not depend on the page's scripts.
        boolean isOwnCode =
                !symptom.check().equals("page-error") || symptom.impact().isAtLeast(Severity.SEV3);
        return isOwnCode && OF_LOST_CODE.matcher(symptom.message()).find();
    }

    private static String place(Finding symptom) {
        return LINE_NUMBER.matcher(symptom.subject()).replaceFirst("");
    }

    /** Whether the script that made the call trips over what did not come. */
    private static boolean isOfCaller(Finding symptom, String place, Finding call) {
        return call.evidence().stream().anyMatch(line -> line.startsWith(ApiCallCheck.CALLED_BY + place))
                && OF_LOST_CODE.matcher(symptom.message()).find();
    }

    /** Whether the cause was found by this very message. */
    static boolean isEvidence(Finding symptom, Finding cause) {
        return cause.evidence().stream()
                .map(line -> line.split(" at http", 2)[0])
                .anyMatch(said ->
                        said.length() >= SHORTEST_MESSAGE && symptom.message().contains(said));
    }

    private static boolean names(String message, Finding cause) {
        String path = cause.subject().replaceFirst("^https?://[^/]*", "").split("[?#]", 2)[0];
        String file = path.substring(path.lastIndexOf('/') + 1);
        return message.contains(cause.subject())
                || path.length() >= SHORTEST_NAME && message.contains(path)
                || file.length() >= SHORTEST_NAME && file.contains(".") && message.contains(file)
                || namesModule(message, file);
    }

    /** Whether a loader names the module that a file holds: by its name without folder, extension and fingerprint. */
    private static boolean namesModule(String message, String file) {
        Matcher quoted = FIRST_QUOTED.matcher(message);
        if (!OF_A_MODULE.matcher(message).find() || !quoted.find()) {
            return false;
        }
        String module = quoted.group(1).substring(quoted.group(1).lastIndexOf('/') + 1);
        String rest = file.startsWith(module) ? file.substring(module.length()) : "-";
        return rest.isEmpty() || rest.matches("([.-][0-9a-f]+)?\\.m?js");
    }
}
