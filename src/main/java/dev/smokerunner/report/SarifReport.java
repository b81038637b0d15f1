package dev.smokerunner.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PhysicalLocation;
import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells findings in SARIF 2.1.0, as tools for the analysis of code do: each kind of finding is a rule. */
final class SarifReport implements Report {
    private static final int FIELD = 2_000;
    private static final String NO_URI = "\"<>\\^`{|}";
    private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

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
        SarifSchema210 log = new SarifSchema210()
                .with$schema(SCHEMA)
                .withVersion(SarifSchema210.Version._2_1_0)
                .withRuns(results.stream().map(this::run).toList());
        out.append(JsonDocument.of(log));
    }

    private Run run(SmokeResult result) {
        List<Result> told = result.findings().stream()
                .map(finding -> result(result, finding))
                .toList();
        ToolComponent driver = new ToolComponent()
                .withName("smoke")
                .withVersion(Visible.line(result.version(), FIELD))
                .withRules(rules(result));
        Invocation invocation = new Invocation().withExecutionSuccessful(result.verdict() != Verdict.INCONCLUSIVE);
        result.reason()
                .ifPresent(reason -> invocation.withToolExecutionNotifications(List.of(new Notification()
                        .withLevel(Notification.Level.ERROR)
                        .withMessage(message("nothing was proven: " + reason)))));
        return new Run()
                .withTool(new Tool().withDriver(driver))
                .withInvocations(List.of(invocation))
                .withResults(told);
    }

    private static Set<ReportingDescriptor> rules(SmokeResult result) {
        return result.findings().stream()
                .map(SarifReport::rule)
                .distinct()
                .map(id -> new ReportingDescriptor()
                        .withId(id)
                        .withShortDescription(new MultiformatMessageString().withText(id.replace('-', ' '))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String rule(Finding finding) {
        return Visible.line(finding.kind().isEmpty() ? finding.check() : finding.kind(), FIELD);
    }

    private Result result(SmokeResult result, Finding finding) {
        return new Result()
                .withRuleId(rule(finding))
                .withLevel(result.fails(finding) ? Result.Level.ERROR : Result.Level.NOTE)
                .withMessage(new Message().withText(FindingText.sentenceFirst(finding)))
                .withLocations(List.of(location(result, finding)))
                .withPartialFingerprints(new PartialFingerprints()
                        .withAdditionalProperty("smokeFingerprint/v1", Visible.line(finding.fingerprint(), FIELD)));
    }

    /** What is not in the repository is where it is on the web. */
    private Location location(SmokeResult result, Finding finding) {
        PhysicalLocation place = sources.place(result, finding)
                .map(found -> new PhysicalLocation()
                        .withArtifactLocation(new ArtifactLocation().withUri(uri(found.path(), "%?#:")))
                        .withRegion(new Region().withStartLine(found.line()).withStartColumn(found.column())))
                .orElseGet(() -> new PhysicalLocation()
                        .withArtifactLocation(new ArtifactLocation()
                                .withUri(uri(finding.pages().get(0).toString(), ""))));
        return new Location().withPhysicalLocation(place);
    }

    /** With all but ASCII escaped, whatever a page named. */
    private static String uri(String text, String reserved) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : text.substring(0, Math.min(text.length(), FIELD)).getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = octet > ' ' && octet < 0x7f && (NO_URI + reserved).indexOf(octet) < 0;
            uri.append(isPlain ? Character.toString(octet) : String.format(Locale.ROOT, "%%%02X", octet));
        }
        return uri.toString();
    }

    private static Message message(String text) {
        return new Message().withText(Visible.line(text, FIELD));
    }
}
