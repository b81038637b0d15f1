package dev.smokerunner.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on the library shows is what was compiled and run. */
class LibraryDocsTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final List<String> COMPILED = List.of(
            "examples/junit/src/test/java/com/example/signup/SignupSmokeTest.java",
            "examples/junit/src/test/java/com/example/signup/BrokenSignupSmokeTest.java",
            "src/test/java/dev/smokerunner/api/LookBrowserIT.java");

    @Test
    void quotesCompiledCode() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String file : COMPILED) {
            code.append(bare(Files.readString(Path.of(file))));
        }
        List<String> snippets = SNIPPET.matcher(Files.readString(Path.of("docs/library.md")))
                .results()
                .map((MatchResult found) -> bare(found.group(1)))
                .toList();

        assertThat(snippets).hasSizeGreaterThan(3).allSatisfy(snippet -> assertThat(code)
                .contains(snippet.replaceFirst("}+$", "")));
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
