package dev.smokerunner.report;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells results in the Common Test Report Format (ctrf.io), which has no fields but those it knows: ours are in {@code extra}. */
final class CtrfReport implements Report {
    @Override
    public String name() {
        return "ctrf";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("ctrf-report.json");
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        writeAll(List.of(result), out);
    }

    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("reportFormat", "CTRF");
        report.put("specVersion", "1.0.0");
        ObjectNode told = report.putObject("results");
        told.putObject("tool")
                .put("name", "smoke")
                .put("version", Visible.line(results.get(0).version()));
        ObjectNode summary = told.putObject("summary");
        ArrayNode tests = told.putArray("tests");
        for (SmokeResult result : results) {
            String suite = VerdictText.subject(result);
            TestCase.of(result).forEach(test -> put(tests.addObject(), suite, test));
        }
        put(summary, tests, results);
        put(told.putObject("environment"), results);
        out.append(JsonDocument.of(report));
    }

    private static void put(ObjectNode tree, String suite, TestCase test) {
        tree.put("name", test.name());
        tree.put("status", status(test));
        tree.put("duration", test.time().toMillis());
        tree.putArray("suite").add(Visible.line(suite));
        tree.put("type", "smoke");
        tree.put("rawStatus", test.error().isPresent() ? "errored" : status(test));
        test.skipped().ifPresent(why -> tree.put("message", Visible.line(why)));
        test.error().ifPresent(why -> tree.put("message", Visible.line("nothing was proven: " + why)));
        if (!test.failing().isEmpty()) {
            tree.put("message", Visible.line(test.failing().get(0).message()));
            StringBuilder trace = new StringBuilder();
            test.failing()
                    .forEach(finding -> trace.append(FindingText.of(finding)).append('\n'));
            tree.put("trace", trace.toString().strip());
        }
        if (!test.notes().isEmpty()) {
            ArrayNode notes = tree.putObject("extra").putArray("notes");
            test.notes().forEach(note -> notes.add(Visible.line(note.message())));
        }
    }

    /** What could not be judged is no pass, and of the words that the format has, readers take only one for that. */
    private static String status(TestCase test) {
        if (!test.failing().isEmpty() || test.error().isPresent()) {
            return "failed";
        }
        return test.skipped().isPresent() ? "skipped" : "passed";
    }

    private static void put(ObjectNode summary, ArrayNode tests, List<SmokeResult> results) {
        summary.put("tests", tests.size());
        for (String status : List.of("passed", "failed", "skipped", "pending", "other")) {
            long count = tests.valueStream()
                    .filter(test -> test.path("status").stringValue().equals(status))
                    .count();
            summary.put(status, count);
        }
        long start = results.stream()
                .mapToLong(result -> result.startedAt().toEpochMilli())
                .min()
                .orElseThrow();
        long stop = results.stream()
                .mapToLong(result ->
                        result.startedAt().toEpochMilli() + result.duration().toMillis())
                .max()
                .orElseThrow();
        summary.put("start", start);
        summary.put("stop", stop);
    }

    private static void put(ObjectNode environment, List<SmokeResult> results) {
        SmokeResult.Subject subject = results.get(0).subject();
        environment.put("appName", Visible.line(subject.name()));
        if (results.size() == 1) {
            environment.put("testEnvironment", Visible.line(subject.environment()));
        }
        ArrayNode all = environment.putObject("extra").putArray("results");
        for (SmokeResult result : results) {
            all.addObject()
                    .put("target", Visible.line(result.subject().target()))
                    .put("verdict", VerdictText.verdict(result));
        }
    }
}
