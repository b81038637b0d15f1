package dev.smokerunner.report;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells findings in SARIF 2.1.0, as tools for the analysis of code do: each kind of finding is a rule.
 *
 * <p>Written as a tree: the libraries for it are records of the whole standard for an older Jackson, of which nearly nothing is
 * needed here, and to look through them took 0.4 s of a run that takes 1.5 s.
 */
final class SarifReport implements Report {
    private static final int LONGEST_URI = 2_000;
    private static final String NO_URI = "\"<>\\^`{|}";

    private final SourceTree sources;

    SarifReport() {
        this(SourceTree.around(Path.of("")));
    }

    SarifReport(SourceTree sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("smoke.sarif");
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        writeAll(List.of(result), out);
    }

    /** Several results are several runs of one document. */
    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        log.put("version", "2.1.0");
        ArrayNode runs = log.putArray("runs");
        results.forEach(result -> put(runs.addObject(), result));
        out.append(JsonDocument.of(log));
    }

    private void put(ObjectNode run, SmokeResult result) {
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "smoke").put("version", Visible.line(result.version()));
        ArrayNode rules = driver.putArray("rules");
        result.findings().stream().map(SarifReport::rule).distinct().forEach(id -> rules.addObject()
                .put("id", id)
                .putObject("shortDescription")
                .put("text", id.replace('-', ' ')));
        ObjectNode invocation = run.putArray("invocations").addObject();
        result.reason().ifPresent(reason -> {
            ObjectNode notification =
                    invocation.putArray("toolExecutionNotifications").addObject();
            notification.putObject("message").put("text", Visible.line("nothing was proven: " + reason));
            notification.put("level", "error");
        });
        invocation.put("executionSuccessful", result.verdict() != Verdict.INCONCLUSIVE);
        ArrayNode told = run.putArray("results");
        result.findings().forEach(finding -> put(told.addObject(), finding, result));
    }

    private void put(ObjectNode tree, Finding finding, SmokeResult result) {
        tree.put("ruleId", rule(finding));
        tree.put("level", result.fails(finding) ? "error" : "note");
        tree.putObject("message").put("text", FindingText.sentenceFirst(finding));
        ObjectNode place = tree.putArray("locations").addObject().putObject("physicalLocation");
        ObjectNode artifact = place.putObject("artifactLocation");
        sources.place(result, finding)
                .ifPresentOrElse(
                        found -> {
                            artifact.put("uri", uri(found.path(), "%?#:"));
                            place.putObject("region")
                                    .put("startLine", found.line())
                                    .put("startColumn", found.column());
                        },
                        // What is not in the repository is where it is on the web.
                        () -> artifact.put("uri", uri(finding.pages().get(0).toString(), "")));
        tree.putObject("partialFingerprints").put("smokeFingerprint/v1", Visible.line(finding.fingerprint()));
    }

    private static String rule(Finding finding) {
        return Visible.line(finding.kind().isEmpty() ? finding.check() : finding.kind());
    }

    /** With all but ASCII escaped, whatever a page named. */
    private static String uri(String text, String reserved) {
        StringBuilder uri = new StringBuilder();
        for (byte octet :
                text.substring(0, Math.min(text.length(), LONGEST_URI)).getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = octet > ' ' && octet < 0x7f && (NO_URI + reserved).indexOf(octet) < 0;
            uri.append(isPlain ? Character.toString(octet) : String.format(Locale.ROOT, "%%%02X", octet));
        }
        return uri.toString();
    }
}
