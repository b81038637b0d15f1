package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells results in the Test Anything Protocol, version 13, which all of its readers know. */
final class TapReport implements Report {
    @Override
    public String name() {
        return "tap";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("results.tap");
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        writeAll(List.of(result), out);
    }

    /** Several results are one list of tests. */
    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (SmokeResult result : results) {
            String suite = VerdictText.subject(result);
            TestCase.of(result).forEach(test -> lines.add(new Line(suite, test)));
        }
        out.append("TAP version 13\n1..").append(Integer.toString(lines.size())).append('\n');
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).write(i + 1, out);
        }
    }

    private record Line(String suite, TestCase test) {
        void write(int number, Appendable out) throws IOException {
            boolean isOk = test.failing().isEmpty() && test.error().isEmpty();
            out.append(isOk ? "ok " : "not ok ")
                    .append(Integer.toString(number))
                    .append(" - ");
            out.append(description(suite + ": " + test.name()));
            if (test.skipped().isPresent()) {
                out.append(" # SKIP ").append(description(test.skipped().get()));
            }
            out.append('\n');
            diagnosis(out);
        }

        private void diagnosis(Appendable out) throws IOException {
            List<String> facts = new ArrayList<>();
            test.error().ifPresent(why -> facts.add("message: " + quoted("nothing was proven: " + why)));
            if (!test.failing().isEmpty()) {
                facts.add("message: " + quoted(test.failing().get(0).message()));
                facts.add("severity: fail");
                facts.add("details: |");
                test.failing().forEach(finding -> block(FindingText.of(finding), facts));
            }
            if (!test.notes().isEmpty()) {
                facts.add("notes: |");
                test.notes().forEach(note -> block(FindingText.of(note), facts));
            }
            if (facts.isEmpty()) {
                return;
            }
            out.append("  ---\n");
            for (String fact : facts) {
                out.append("  ").append(fact).append('\n');
            }
            out.append("  ...\n");
        }

        /** Lines as they are: the readers that come with Perl stumble over lists of quoted texts. */
        private static void block(String text, List<String> facts) {
            text.lines().forEach(line -> facts.add("  " + TerminalText.line(line)));
        }
    }

    /** A hash would begin a directive, such as one that makes a failed test a planned one. */
    private static String description(String text) {
        return Visible.line(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    /** A text of YAML. */
    private static String quoted(String text) {
        String line = TerminalText.line(Visible.line(text));
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
