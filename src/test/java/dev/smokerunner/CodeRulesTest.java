package dev.smokerunner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.smokerunner.observe.http.Sleeper;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What classes may do, whatever package they are in: who reads sentences, who has a clock, who prints. */
class CodeRulesTest {
    private static final String BASE = "dev.smokerunner.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.smokerunner");

    @Test
    void checksHaveNoClockAndDoNoIo() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.(Clock|Instant)|java\\.lang\\.Process.*|java\\.net\\..*Socket.*")
                .check(CODE);
    }

    /** Types decide, sentences inform: what joins findings cannot read what they say, and reads no one's words. */
    @Test
    void onlyWhatWritesFindingsReadsWhatChecksSay() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + "detection", BASE + "check.finding")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(dev.smokerunner.detection.Sentences.class)
                .orShould()
                .callMethod(dev.smokerunner.detection.Detection.class, "sentences")
                .check(CODE);
    }

    /** What a finding says is written when all is decided: nothing that judges or joins reads it. */
    @Test
    void nothingThatJudgesReadsTheSentencesOfAFinding() {
        for (String text : List.of("message", "expected", "actual", "evidence", "hint")) {
            noClasses()
                    .that()
                    .resideInAPackage(BASE + "check..")
                    .and()
                    .resideOutsideOfPackage(BASE + "check.finding")
                    .and()
                    .doNotHaveFullyQualifiedName(BASE + "check.runner.Findings")
                    .should()
                    .callMethod(dev.smokerunner.result.Finding.class, text)
                    .check(CODE);
        }
    }

    @Test
    void aRunTakesItsTimeAndItsEnvironmentFromOutside() {
        Set<String> fixed = Set.of(
                "System.nanoTime", "System.currentTimeMillis", "System.getenv", "Clock.systemUTC", "Instant.now");

        noClasses()
                .that()
                .resideInAnyPackage(BASE + "run..", BASE + "cli")
                .and()
                .doNotHaveSimpleName("LocalSystem")
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "is a clock or the environment of this process",
                        access -> fixed.contains(access.getTargetOwner().getSimpleName() + "." + access.getName())))
                .orShould()
                .accessField(Sleeper.class, "SYSTEM")
                .check(CODE);
    }

    @Test
    void nobodyExitsOrPrintsButTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CODE);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Abstract\\w*)")
                .check(CODE);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = CODE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).isEmpty();
    }
}
