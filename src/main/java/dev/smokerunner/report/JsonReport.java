package dev.smokerunner.report;

import static dev.smokerunner.report.JsonText.field;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells a result to a program, as the contract {@code smoke-result/1} has it. */
public final class JsonReport implements Report {
    /** What the first field of each result says, so that programs know what they read. */
    static final String SCHEMA = "smoke-result/1";

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("result.json");
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        out.append(JsonDocument.of(tree(result)));
    }

    /** One result is an object; several are an array of them. */
    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        if (results.size() == 1) {
            write(results.get(0), out);
            return;
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        results.forEach(result -> all.add(tree(result)));
        out.append(JsonDocument.of(all));
    }

    private static ObjectNode tree(SmokeResult result) {
        SmokeResult.Subject subject = result.subject();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("schema", SCHEMA);
        tree.put("name", field(subject.name()));
        tree.put("environment", field(subject.environment()));
        tree.put("audience", word(subject.audience()));
        tree.put("owner", orNull(subject.owner()));
        tree.put("runbook", orNull(subject.runbook()));
        tree.put("target", field(subject.target()));
        tree.put("config", orNull(subject.config()));
        tree.put("startedAt", result.startedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        tree.put("durationMs", result.duration().toMillis());
        tree.put("version", field(result.version()));
        tree.put("verdict", word(result.verdict()));
        tree.put("severity", result.severity().map(severity -> severity.level()).orElse(null));
        tree.put("failOn", result.failOn().level());
        tree.put("reason", orNull(result.reason()));
        result.release()
                .ifPresentOrElse(release -> put(tree.putObject("release"), release), () -> tree.putNull("release"));
        ArrayNode pages = tree.putArray("pages");
        for (int i = 0; i < result.pages().size(); i++) {
            put(pages.addObject(), result.pages().get(i), i + 1);
        }
        ArrayNode findings = tree.putArray("findings");
        result.findings().forEach(finding -> put(findings.addObject(), finding, result));
        ArrayNode checks = tree.putArray("checks");
        result.checks().forEach(check -> put(checks.addObject(), check));
        put(tree.putArray("notes"), result.notes());
        return tree;
    }

    private static void put(ObjectNode tree, PageResult page, int number) {
        tree.put("url", field(page.url().toString()));
        tree.put("browser", orNull(page.browser()));
        tree.put("status", page.status().isPresent() ? page.status().getAsInt() : null);
        Timings timings = page.timings();
        ObjectNode times = tree.putObject("timings");
        times.put("documentMs", millis(timings.document()));
        times.put("domContentLoadedMs", millis(timings.domContentLoaded()));
        times.put("loadMs", millis(timings.load()));
        times.put("readyMs", millis(timings.ready()));
        ObjectNode limits = tree.putObject("limits");
        limits.put("documentMs", millis(page.limits().document()));
        limits.put("loadMs", millis(page.limits().load()));
        limits.put("readyMs", millis(page.limits().ready()));
        tree.put("requests", page.requests());
        tree.put("references", page.references());
        tree.put("screenshot", page.screenshot().isPresent() ? Screenshots.fileName(number) : null);
        ArrayNode loaded = tree.putArray("loaded");
        page.loaded().forEach(asset -> put(loaded.addObject(), asset));
        ArrayNode network = tree.putArray("network");
        page.visit().requests().forEach(request -> JsonVisit.put(network.addObject(), request));
        JsonVisit.put(tree.putArray("elements"), page.visit().elements());
        page.lastGood()
                .ifPresentOrElse(
                        good -> JsonVisit.put(tree.putObject("lastGood"), good, number),
                        () -> tree.putNull("lastGood"));
        put(tree.putArray("notes"), page.notes());
        ArrayNode checks = tree.putArray("checks");
        page.checks().forEach(check -> put(checks.addObject(), check));
    }

    private static void put(ObjectNode tree, LoadedAsset asset) {
        tree.put("url", field(asset.url().toString()));
        tree.put("role", asset.role());
        tree.put("bytes", asset.bytes());
    }

    private static void put(ObjectNode tree, ReleaseResult release) {
        tree.put("package", field(release.name()));
        tree.put("state", word(release.state()));
        tree.put("files", release.files());
        tree.put("polls", release.polls());
        tree.put("waitedMs", release.waited().toMillis());
        ArrayNode places = tree.putArray("places");
        for (ReleaseResult.PlaceResult place : release.places()) {
            ObjectNode shown = places.addObject();
            shown.put("name", field(place.name()));
            shown.put("url", field(place.url()));
            shown.put("state", word(place.state()));
            shown.put("live", place.live());
        }
    }

    private static void put(ObjectNode tree, Finding finding, SmokeResult result) {
        tree.put("check", finding.check());
        tree.put("kind", finding.kind());
        tree.put("fingerprint", finding.fingerprint());
        tree.put("impact", finding.impact().level());
        tree.put("severity", result.severityOf(finding).level());
        tree.put("page", field(finding.pages().get(0).toString()));
        tree.put("subject", field(finding.subject()));
        tree.put("message", field(finding.message()));
        tree.put("expected", field(finding.expected()));
        tree.put("actual", field(finding.actual()));
        finding.where().ifPresentOrElse(place -> put(tree.putObject("where"), place), () -> tree.putNull("where"));
        tree.put("hint", orNull(finding.hint()));
        tree.put("reproduce", orNull(finding.reproduce()));
        tree.put("attempts", finding.attempts());
        tree.put("pages", finding.pages().size());
        ArrayNode urls = tree.putArray("pageUrls");
        finding.pages().forEach(url -> urls.add(field(url.toString())));
        put(tree.putArray("browsers"), finding.browsers());
        put(tree.putArray("evidence"), finding.evidence());
    }

    private static void put(ObjectNode tree, Location place) {
        tree.put("file", field(place.file()));
        tree.put("line", place.line());
        tree.put("column", place.column());
        tree.put("excerpt", field(place.excerpt()));
    }

    private static void put(ObjectNode tree, CheckResult check) {
        tree.put("check", check.check());
        tree.put("subjects", check.subjects());
        tree.put("findings", check.findings().size());
        tree.put("outcome", word(check.outcome()));
        tree.put("reason", orNull(check.reason()));
    }

    private static void put(ArrayNode array, List<String> texts) {
        texts.forEach(text -> array.add(field(text)));
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.map(JsonText::field).orElse(null);
    }

    private static @Nullable Long millis(Optional<Duration> duration) {
        return duration.map(Duration::toMillis).orElse(null);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
