package dev.smokerunner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the places where each library is used. */
class LibraryUseTest {
    private static final String BASE = "dev.smokerunner.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.smokerunner");

    /** Each library and the packages of ours that may use it. */
    private static final Map<String, List<String>> USED_BY = Map.ofEntries(
            Map.entry(
                    "okhttp3..",
                    List.of("alert", "anomaly.source", "metrics", "observe.http", "observe.url", "serving", "tickets")),
            Map.entry("org.jsoup..", List.of("observe.compare", "observe.html")),
            Map.entry(
                    "tools.jackson..",
                    List.of(
                            "alert",
                            "anomaly.source",
                            "canary.packages",
                            "canary.telling",
                            "config",
                            "history",
                            "history.reading",
                            "report",
                            "cli",
                            "observe.html",
                            "observe.browser.json",
                            "observe.grid",
                            "observe.session",
                            "saved",
                            "metrics",
                            "status",
                            "tickets",
                            "trace",
                            "traffic.log")),
            Map.entry("com.networknt..", List.of("config")),
            // So that a run with another browser loads nothing of it.
            Map.entry(
                    "org.openqa.selenium..",
                    List.of(
                            "api",
                            "observe.browser.bidi",
                            "observe.browser.driver",
                            "observe.browser.webdriver",
                            "observe.session")),
            Map.entry("io.github.bonigarcia..", List.of("observe.browser.driver")),
            // So that they are needed by nobody who does not test with them.
            Map.entry("org.junit..", List.of("api.junit")),
            Map.entry("org.opentest4j..", List.of("api.junit")),
            Map.entry("org.assertj..", List.of("api.assertj")),
            Map.entry("org.apache.commons.compress..", List.of("serving")),
            Map.entry("gg.jte..", List.of("report", "report.html", "status", "status.html")),
            Map.entry("org.semver4j..", List.of("canary.packages")),
            Map.entry("com.github.difflib..", List.of("canary.difference", "canary.telling", "review")),
            Map.entry("jakarta.mail..", List.of("alert")),
            // So that a run loads nothing of the monitor's.
            Map.entry("com.zaxxer.hikari..", List.of("history")),
            Map.entry("org.flywaydb..", List.of("history")),
            Map.entry("org.jdbi..", List.of("history", "history.reading", "monitor", "traffic", "traffic.log")),
            Map.entry("io.javalin..", List.of("status")),
            Map.entry("org.eclipse.jetty..", List.of("status")),
            Map.entry("com.codahale..", List.of("metrics")),
            Map.entry("io.prometheus..", List.of("status")),
            Map.entry("com.github.kagkarlsson..", List.of("monitor")),
            Map.entry("org.apache.commons.statistics..", List.of("anomaly", "anomaly.rule")),
            Map.entry("com.amazon.randomcutforest..", List.of("anomaly.forest")),
            Map.entry("org.eclipse.angus..", List.of("alert")),
            Map.entry("picocli..", List.of("cli")));

    @TestFactory
    Stream<DynamicTest> eachLibraryStaysInItsPlace() {
        return USED_BY.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                entry.getValue().stream().map(p -> BASE + p).toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(entry.getKey())
                        .check(CODE)));
    }
}
