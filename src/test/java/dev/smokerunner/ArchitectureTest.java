package dev.smokerunner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.observation.PageObservation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the shape of the code: see, then judge, then tell. */
class ArchitectureTest {
    private static final String BASE = "dev.smokerunner.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.smokerunner");

    /** The packages of checks, one for each subject. */
    private static final List<String> SUBJECTS = List.of("asset", "host", "packing", "page", "release", "tag");

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
        return PackageUse.MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> noClasses()
                        .that()
                        .resideInAPackage(BASE + entry.getKey())
                        .should()
                        .dependOnClassesThat(isOursBut(entry.getKey(), entry.getValue()))
                        .check(CODE)));
    }

    /** What checks of several subjects need is a view of the page, or what the web fixes; none borrows from another one. */
    @TestFactory
    Stream<DynamicTest> checksOfOneSubjectKnowNoneOfAnother() {
        return Stream.concat(SUBJECTS.stream(), Stream.of("cause", "finding", "text", "view", "web", "wording"))
                .map(self -> DynamicTest.dynamicTest(self, () -> noClasses()
                        .that()
                        .resideInAPackage(BASE + "check." + self)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(SUBJECTS.stream()
                                .filter(subject -> !subject.equals(self))
                                .map(subject -> BASE + "check." + subject)
                                .toArray(String[]::new))
                        .check(CODE)));
    }

    /** What checks read of a page is worked out once. */
    @Test
    void aPageHasOneView() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + "check.runner")
                .should()
                .callConstructor(PageView.class, PageObservation.class)
                .check(CODE);
    }

    @Test
    void everyPackageOfOursIsListed() {
        Stream<String> packages = CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE))
                .map(name -> name.substring(BASE.length()))
                .filter(name -> !name.equals("cli"))
                .distinct();

        assertThat(packages).isSubsetOf(PackageUse.MAY_USE.keySet());
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.smokerunner.(**)").should().beFreeOfCycles().check(CODE);
    }

    private static DescribedPredicate<JavaClass> isOursBut(String self, List<String> allowed) {
        List<String> forAll = PackageUse.FOR_ALL.contains(self) ? List.of() : PackageUse.FOR_ALL;
        List<String> fine = Stream.of(List.of(self), allowed, forAll)
                .flatMap(List::stream)
                .map(p -> BASE + p)
                .toList();
        return DescribedPredicate.describe(
                "are ours and not in " + Arrays.toString(fine.toArray()),
                c -> c.getPackageName().startsWith("dev.smokerunner") && !fine.contains(c.getPackageName()));
    }
}
