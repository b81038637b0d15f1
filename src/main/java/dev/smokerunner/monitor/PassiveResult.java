package dev.smokerunner.monitor;

import dev.smokerunner.report.NagiosStatus;
import dev.smokerunner.result.SmokeResult;
import java.time.Instant;

/**
 * A round as Nagios takes it from others.
 *
 * @param at when it began
 * @param host the config's name
 * @param service what of it was looked at: {@code smoke ENVIRONMENT}
 * @param code 0 to 3, as Nagios's plugins end
 * @param text one line
 */
record PassiveResult(Instant at, String host, String service, int code, String text) {
    static PassiveResult of(SmokeResult result) {
        return new PassiveResult(
                result.startedAt(),
                field(result.subject().name()),
                "smoke " + field(result.subject().environment()),
                NagiosStatus.of(result).code(),
                plain(ReportText.of("nagios", result).lines().findFirst().orElse("")));
    }

    /** What is written into the command file of a Nagios. */
    String command() {
        return "[" + at.getEpochSecond() + "] PROCESS_SERVICE_CHECK_RESULT;" + host + ";" + service + ";" + code + ";"
                + text;
    }

    /** What {@code send_nsca} reads. */
    String line() {
        return host + "\t" + service + "\t" + code + "\t" + text + "\n";
    }

    /** A semicolon would begin the next field of a command. */
    private static String field(String text) {
        return plain(text.replace(';', ' '));
    }

    /** A tab would begin the next field of a line, and other control characters end it. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
