package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.Outcome;
import dev.smokerunner.canary.search.Answer;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.util.List;
import java.util.Locale;

/** What came of a try, in words. */
final class OutcomeWords {
    /** Of a build's last words. */
    private static final int LINES = 8;

    private OutcomeWords() {}

    /** In a few words, e.g. {@code the page is broken: …}. */
    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Checked checked) {
            return ofPage(checked.result());
        }
        if (outcome instanceof Outcome.NotBuilt not) {
            return firstLine(not.words());
        }
        return "it cannot be tried: " + firstLine(((Outcome.NotTried) outcome).why());
    }

    private static String ofPage(SmokeResult result) {
        if (result.verdict() == Verdict.INCONCLUSIVE) {
            return "the page could not be judged: " + result.reason().orElse("");
        }
        return result.findings().stream()
                .filter(result::fails)
                .findFirst()
                .map(finding -> "the page is broken: " + finding.message())
                .orElse("the page works");
    }

    /** In one or two words, for a list of tries. */
    static String brief(Outcome outcome) {
        if (outcome instanceof Outcome.NotBuilt not) {
            return not.kind().word().replace('-', ' ');
        }
        if (outcome instanceof Outcome.NotTried) {
            return "cannot be tried";
        }
        Answer answer = outcome.answer();
        return answer == Answer.UNKNOWN ? "could not be judged" : answer == Answer.GOOD ? "page works" : "page broken";
    }

    /** The kind of a finding about an upgrade. */
    static String kind(Outcome outcome) {
        return outcome instanceof Outcome.NotBuilt not ? "upgrade-" + not.kind().word() : "upgrade-breaks-page";
    }

    /** What goes after {@code breaks}. */
    static String whatBreaks(Outcome outcome) {
        if (outcome instanceof Outcome.NotBuilt not) {
            String kind = not.kind().name();
            return kind.startsWith("TESTS")
                    ? " the tests"
                    : " the build (" + not.kind().word().toLowerCase(Locale.ROOT) + ")";
        }
        return " the page";
    }

    /** What shows it, one line each. */
    static List<String> evidence(Outcome outcome) {
        if (outcome instanceof Outcome.Checked checked) {
            return checked.result().findings().stream()
                    .filter(checked.result()::fails)
                    .map(OutcomeWords::line)
                    .toList();
        }
        if (outcome instanceof Outcome.NotBuilt not) {
            List<String> lines =
                    not.words().lines().filter(line -> !line.isBlank()).toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        }
        return List.of();
    }

    private static String line(Finding finding) {
        return finding.check() + ": " + finding.message()
                + finding.where()
                        .map(where -> " (" + where + ": " + where.excerpt() + ")")
                        .orElse("");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
