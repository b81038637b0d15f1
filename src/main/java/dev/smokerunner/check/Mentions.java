package dev.smokerunner.check;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
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
    /** Shorter names turn up in texts by chance. */
    private static final int SHORTEST_NAME = 5;

    private Mentions() {}

    /**
     * Whether a symptom is about a cause: at its URL, in its evidence, by its name, or by what such causes lead to.
     *
     * @param symptom the error or delay
     * @param cause the finding that may be its cause
     * @param isLostScript whether the cause is a script of the page's own site that does not run
     */
    static boolean isAbout(Finding symptom, Finding cause, boolean isLostScript) {
        String place = LINE_NUMBER.matcher(symptom.subject()).replaceFirst("");
        boolean isNamed =
                place.equals(cause.subject()) || isEvidence(symptom, cause) || names(symptom.message(), cause);
        boolean isOfCall = cause.check().equals("api-call")
                && (OF_A_CALL.matcher(symptom.message()).find() || isOfCaller(symptom, place, cause));
        // Code of others does not depend on the page's scripts.
        boolean isOwnCode =
                !symptom.check().equals("page-error") || symptom.impact().isAtLeast(Severity.SEV3);
        return isNamed
                || isOfCall
                || isLostScript
                        && isOwnCode
                        && OF_LOST_CODE.matcher(symptom.message()).find();
    }

    /** Whether the script that made the call trips over what did not come. */
    private static boolean isOfCaller(Finding symptom, String place, Finding call) {
        return call.evidence().stream().anyMatch(line -> line.startsWith(ApiCallCheck.CALLED_BY + place))
                && OF_LOST_CODE.matcher(symptom.message()).find();
    }

    /** Whether the cause was found by this very message. */
    static boolean isEvidence(Finding symptom, Finding cause) {
        return cause.evidence().stream()
                .anyMatch(line ->
                        line.length() >= SHORTEST_NAME && symptom.message().contains(line.split(" at http", 2)[0]));
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
