package dev.smokerunner.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page of the documentation leads to is there, and the code that it shows is code that a test compiles. */
class DocumentedPagesTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final String SOURCE = "of ";

    @Test
    void leadsToFilesThatAreThere() {
        assertThat(CodeBlock.pages()).allSatisfy(page -> assertThat(
                        LINK.matcher(CodeBlock.prose(page)).results().map(found -> found.group(1)))
                .allSatisfy(file -> assertThat(directory(page).resolve(file))
                        .as("%s in %s", file, page)
                        .exists()));
    }

    @Test
    void areAllLedToFromTheReadme() {
        String readme = CodeBlock.prose(Path.of("README.md"));
        String further = CodeBlock.pages().stream().map(CodeBlock::prose).reduce("", String::concat);

        assertThat(CodeBlock.pages())
                .filteredOn(page -> page.startsWith("docs"))
                .allSatisfy(page ->
                        assertThat(readme + further).containsAnyOf("](" + page + ")", "](" + page.getFileName() + ")"));
    }

    @Test
    void nameEachPackage() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/extending.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        try (Stream<Path> packages = Files.list(Path.of("src/main/java/dev/smokerunner"))) {
            assertThat(packages.filter(Files::isDirectory).map(one -> "`" + one.getFileName() + "`"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(rows).anyMatch(row -> row.contains(name)));
        }
    }

    @Test
    void showCodeThatATestCompiles() {
        assertThat(CodeBlock.all())
                .filteredOn(block -> block.language().equals("java"))
                .isNotEmpty()
                .allSatisfy(block -> {
                    assertThat(block.remark()).as(block.toString()).startsWith(SOURCE);
                    assertThat(bare(Files.readString(Path.of(block.remark().substring(SOURCE.length())))))
                            .as(block.toString())
                            .contains(bare(block.text()).replaceFirst("}+$", ""));
                });
    }

    /** A page shows a class without all that is in it, and indents it as a page does. */
    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static Path directory(Path page) {
        return Optional.ofNullable(page.getParent()).orElse(Path.of(""));
    }
}
