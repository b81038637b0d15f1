package dev.smokerunner;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds that nothing is decided by a browser's words but where they are translated: checks read facts, and quote words.
 *
 * <p>Format are of a type of their own. Here it is held who gets at its text, that who does so does not look into it, and that
 * no sentence of a browser stands in the code of a check.
 */
class BrowserWordsTest {
    private static final String CHECKS = "dev.smokerunner.check..";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.smokerunner");

    /** Ways to learn what a text says. */
    private static final Set<String> LOOKING_INTO = Set.of(
            "contains",
            "contentEquals",
            "endsWith",
            "equals",
            "equalsIgnoreCase",
            "indexOf",
            "lastIndexOf",
            "matches",
            "regionMatches",
            "split",
            "startsWith",
            "charAt",
            "substring");

    /** What browsers say, of each kind of message that is translated. */
    private static final List<String> SAID_BY_BROWSERS = List.of(
            "net::",
            "ERR_",
            "NS_ERROR",
            "Uncaught",
            "in promise",
            "SyntaxError",
            "TypeError",
            "ReferenceError",
            "is not defined",
            "is not (",
            "is not a function",
            "is not a constructor",
            "Cannot read prop",
            "Script error",
            "Load timeout for",
            "module specifier",
            "Loading chunk",
            "dynamically imported",
            "Failed to ",
            "NetworkError when",
            "Load failed",
            "valid JSON",
            "JSON input",
            "Unexpected token",
            "already been declared",
            "Refused to ",
            "Mixed Content:",
            "CORS policy",
            "Content Security Policy directive",
            "because it violates",
            "'integrity' attribute",
            "Subresource Integrity:",
            "can't access property",
            "expected expression",
            "may only appear",
            "redeclaration of",
            "The page’s settings",
            "Cross-Origin Request Blocked",
            "was blocked because of",
            "downloadable font:",
            "uncaught exception:");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void onlyWhoQuotesGetsAtTheWords() {
        noClasses()
                .that()
                .resideInAPackage(CHECKS)
                .and()
                // The one puts words into sentences, the other holds them against what a config allows.
                .doNotBelongToAnyOf(Format.class, Errors.class)
                .and()
                // Knows an error again by what the page threw.
                .doNotHaveFullyQualifiedName("dev.smokerunner.check.finding.FindingFingerprint")
                .should()
                .callMethod(Quote.class, "text")
                .check(CODE);
    }

    @Test
    void whoQuotesDoesNotLookIntoTheWords() {
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAPackage(CHECKS))
                .should(notLookIntoWhatTheyQuote())
                .check(CODE);
    }

    @Test
    void noSentenceOfABrowserStandsInACheck() throws IOException {
        Path checks = Path.of("src/main/java/dev/smokerunner/check");
        try (Stream<Path> files = Files.walk(checks)) {
            List<String> known = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> literals(file)
                            .filter(literal -> SAID_BY_BROWSERS.stream().anyMatch(literal::contains))
                            .map(literal -> checks.relativize(file) + ": " + literal))
                    .toList();

            assertThat(known).isEmpty();
        }
    }

    private static Stream<String> literals(Path file) {
        try {
            return LITERAL.matcher(Files.readString(file)).results().map((MatchResult found) -> found.group(1));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static ArchCondition<JavaMethod> notLookIntoWhatTheyQuote() {
        return new ArchCondition<>("not look into words that they quote") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getMethodCallsFromSelf().stream().anyMatch(BrowserWordsTest::isQuoting)) {
                    method.getMethodCallsFromSelf().stream()
                            .filter(BrowserWordsTest::isLookingInto)
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            }
        };
    }

    private static boolean isQuoting(JavaMethodCall call) {
        JavaCodeUnit target = call.getTarget().resolveMember().orElse(null);
        return target != null
                && (target.getOwner().isEquivalentTo(Quote.class)
                                && target.getName().equals("text")
                        || target.getRawReturnType().isEquivalentTo(String.class)
                                && target.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Quote.class)));
    }

    private static boolean isLookingInto(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(String.class)
                        && LOOKING_INTO.contains(call.getTarget().getName())
                || call.getTargetOwner().isEquivalentTo(Pattern.class);
    }
}
