package dev.smokerunner.report;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells findings to GitLab as a code quality report, which a merge request shows beside those of its target branch. */
final class GitlabReport implements Report {
    private final SourceTree sources;

    GitlabReport() {
        this(SourceTree.around(Path.of("")));
    }

    GitlabReport(SourceTree sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("gl-code-quality.json");
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
        ArrayNode issues = JsonNodeFactory.instance.arrayNode();
        Set<String> fingerprints = new HashSet<>();
        for (SmokeResult result : results) {
            for (Finding finding : result.findings()) {
                put(issues.addObject(), finding, result, fingerprints);
            }
            if (result.reason().isPresent()) {
                put(issues.addObject(), result, result.reason().get());
            }
        }
        out.append(JsonDocument.of(issues));
    }

    private void put(ObjectNode issue, Finding finding, SmokeResult result, Set<String> fingerprints) {
        List<String> facts = new ArrayList<>(List.of(finding.check() + ": " + finding.message()));
        if (!finding.expected().isEmpty()) {
            facts.add("expected: " + finding.expected());
        }
        if (!finding.actual().isEmpty()) {
            facts.add("actual: " + finding.actual());
        }
        finding.hint().ifPresent(hint -> facts.add("hint: " + hint));
        issue.put("description", Visible.line(String.join("; ", facts)));
        issue.put("check_name", Visible.line(finding.kind().isEmpty() ? finding.check() : finding.kind()));
        String cause = finding.fingerprint().isEmpty() ? finding.check() + finding.subject() : finding.fingerprint();
        issue.put("fingerprint", unique(VerdictText.subject(result) + "\n" + cause, fingerprints));
        issue.put("severity", severity(finding.impact()));
        put(issue.putObject("location"), sources.place(result, finding), elsewhere(finding));
    }

    /** What proved nothing must not look like a merge request without a finding. */
    private void put(ObjectNode issue, SmokeResult result, String reason) {
        issue.put("description", Visible.line("nothing was proven: " + reason));
        issue.put("check_name", "inconclusive");
        issue.put("fingerprint", hash(VerdictText.subject(result) + "\ninconclusive"));
        issue.put("severity", "major");
        put(issue.putObject("location"), sources.place(result), result.subject().target());
    }

    /** GitLab shows nothing without a path; what is not in the repository has the path that it has on the site. */
    private static void put(ObjectNode location, Optional<SourceTree.Place> place, String elsewhere) {
        location.put("path", Visible.line(place.map(SourceTree.Place::path).orElse(elsewhere)));
        location.putObject("lines")
                .put("begin", place.map(SourceTree.Place::line).orElse(1));
    }

    private static String elsewhere(Finding finding) {
        return finding.where().map(where -> where.file()).orElseGet(finding::subject);
    }

    /** GitLab keeps one of two issues with the same fingerprint. */
    private static String unique(String cause, Set<String> taken) {
        String wanted = cause;
        for (int i = 2; !taken.add(wanted); i++) {
            wanted = cause + "\n" + i;
        }
        return hash(wanted);
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String severity(Severity impact) {
        return switch (impact) {
            case SEV1 -> "blocker";
            case SEV2 -> "critical";
            case SEV3 -> "major";
            case SEV4 -> "minor";
            case SEV5 -> "info";
        };
    }
}
