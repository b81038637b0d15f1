package dev.smokerunner.cli;

import dev.smokerunner.result.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the process says when it ends; part of the contract, the same for every command. */
public enum ExitCode {
    /** Everything that was asked for ran, and nothing as bad as the gate was found. */
    PASS(0, "pass: everything ran, and nothing as bad as the gate was found"),
    /** Something as bad as the gate, or worse, was found. */
    FAIL(1, "fail: something as bad as the gate was found"),
    /** The command line or a config is wrong; nothing ran. */
    USAGE(2, "the command line or a config is wrong; nothing ran"),
    /** It could not find out, could not write a report, or has a bug. Never a pass, and never blamed on the page. */
    INCONCLUSIVE(3, "inconclusive: it could not find out, or could not write a report"),
    /** Ended by SIGINT, e.g. Ctrl-C; the JVM's own code. */
    INTERRUPTED(130, "interrupted (SIGINT)"),
    /** Ended by SIGTERM, e.g. by a CI server; the JVM's own code. */
    TERMINATED(143, "terminated (SIGTERM)");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** The code for a verdict. */
    public static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    /** The code for several runs: a fail wins over what could not be found out, and that over a pass. */
    public static ExitCode worst(List<ExitCode> codes) {
        if (codes.contains(FAIL)) {
            return FAIL;
        }
        return codes.contains(INCONCLUSIVE) ? INCONCLUSIVE : PASS;
    }

    /** All codes with their meanings, as the help lists them. */
    static Map<String, String> list() {
        Map<String, String> list = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(exit -> list.put(Integer.toString(exit.code), exit.meaning));
        return list;
    }
}
