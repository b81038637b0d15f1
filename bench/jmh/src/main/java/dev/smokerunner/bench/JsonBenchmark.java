package dev.smokerunner.bench;

import dev.smokerunner.report.JsonReport;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Writes {@code result.json}. */
public class JsonBenchmark extends PartBenchmark {
    /** How many findings the result has. */
    @Param({"100", "10000"})
    public int findings;

    private final JsonReport report = new JsonReport();
    private SmokeResult result = failed(1);

    /** Makes the result. */
    @Setup
    public void make() {
        result = failed(findings);
    }

    /** One result, as text. */
    @Benchmark
    public String write() {
        StringBuilder text = new StringBuilder();
        try {
            report.write(result, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static SmokeResult failed(int count) {
        List<Finding> all =
                IntStream.range(0, count).mapToObj(JsonBenchmark::finding).toList();
        List<CheckResult> checks = List.of(CheckResult.judged("asset-status", count, all));
        PageResult page = new PageResult(
                LargePage.URL, OptionalInt.of(200), Timings.NONE, count, count, Optional.empty(), List.of(), checks);
        return new SmokeResult(
                new SmokeResult.Subject(
                        "shop",
                        Optional.empty(),
                        Optional.empty(),
                        "live",
                        Audience.CUSTOMERS,
                        LargePage.URL.toString()),
                Instant.EPOCH,
                Duration.ofSeconds(2),
                "0.0.0",
                Verdict.FAIL,
                Optional.of(Severity.SEV2),
                Optional.empty(),
                List.of(page),
                all,
                checks,
                List.of(),
                Severity.SEV3);
    }

    private static Finding finding(int i) {
        String subject = LargePage.URL.resolve("js/größe-" + i + "-0a1b2c3d.js").toString();
        String tag = "<script src=\"js/größe-" + i + "-0a1b2c3d.js\"></script>";
        return Finding.on(LargePage.URL, "asset-status", Severity.SEV2, subject)
                .message("the script " + subject + " is not there")
                .expected("status 200 to 299")
                .actual("404 text/html")
                .where(new Location("catalogue/index.html", i + 1, 1, tag))
                .evidence(List.of("probably explains: 1 error", "page error: item is not defined"))
                .hint("an upload that is not complete leaves such gaps")
                .reproduce("curl -sSI '" + subject + "'")
                .build();
    }
}
