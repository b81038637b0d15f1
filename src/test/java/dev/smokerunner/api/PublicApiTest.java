package dev.smokerunner.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Users of the library see what is theirs, and nothing else of ours. */
class PublicApiTest {
    private static final List<String> PACKAGES = List.of(
            "dev.smokerunner.api",
            "dev.smokerunner.api.junit",
            "dev.smokerunner.api.assertj",
            "dev.smokerunner.result");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PACKAGES);

    @Test
    void namesNoneOfOurOtherTypes() {
        Stream<String> named = published()
                .flatMap(type -> Stream.concat(parents(type), members(type)))
                .filter(type -> type.getPackageName().startsWith("dev.smokerunner"))
                .filter(type -> !PACKAGES.contains(type.getPackageName()))
                .map(JavaClass::getName);

        assertThat(named).isEmpty();
    }

    @Test
    void isSmall() {
        assertThat(published()
                        .filter(type -> type.getPackageName().startsWith("dev.smokerunner.api"))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "BrowserKind",
                        "InvalidPlanException",
                        "Page",
                        "Plan",
                        "SmokeRunner",
                        "SmokeTest",
                        "SmokeTests",
                        "SmokeAssertions",
                        "SmokePageAssert",
                        "SmokeResultAssert");
    }

    private static Stream<JavaClass> published() {
        return CODE.stream().filter(PublicApiTest::isPublished).filter(type -> !type.getSimpleName()
                .equals("package-info"));
    }

    private static boolean isPublished(HasModifiers one) {
        return one.getModifiers().contains(JavaModifier.PUBLIC)
                || one.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> parents(JavaClass type) {
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
    }

    private static Stream<JavaClass> members(JavaClass type) {
        Stream<JavaClass> called = Stream.concat(type.getMethods().stream(), type.getConstructors().stream())
                .map(JavaCodeUnit.class::cast)
                .filter(PublicApiTest::isPublished)
                .flatMap(unit -> Stream.of(
                                unit.getReturnType().getAllInvolvedRawTypes().stream(),
                                unit.getParameterTypes().stream()
                                        .flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream()),
                                unit.getThrowsClause().getTypes().stream())
                        .flatMap(types -> types));
        Stream<JavaClass> kept = type.getFields().stream()
                .filter(PublicApiTest::isPublished)
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream());
        return Stream.of(called, kept, Optional.of(type).stream()).flatMap(all -> all);
    }
}
