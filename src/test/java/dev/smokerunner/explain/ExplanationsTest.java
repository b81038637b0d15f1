package dev.smokerunner.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.runner.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that a report names is without an explanation, and the page of the documentation is made of them. */
class ExplanationsTest {
    private static final Path PAGE = Path.of("docs/checks.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");

    private final Explanations explanations = Explanations.load();

    @Test
    void explainEveryCheckInItsParts() {
        assertThat(explanations.all())
                .extracting(CheckExplanation::check)
                .isEqualTo(Checks.all().stream().map(Check::name).toList());
        assertThat(explanations.all())
                .allSatisfy(one -> assertThat(one.sections().keySet())
                        .as(one.check())
                        .containsExactly("How it is judged", "How to tune it", "Example"))
                .allSatisfy(one -> assertThat(one.impact()).as(one.check()).matches("(?s)[1-5].*"));
    }

    @Test
    void explainEveryKindOnceWithWhatToDo() throws IOException {
        TreeSet<String> kinds = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/kinds.md")));
        while (row.find()) {
            kinds.add(row.group(1));
        }
        List<Map.Entry<String, String>> explained = explanations.all().stream()
                .flatMap(one -> one.kinds().entrySet().stream())
                .toList();

        assertThat(explained).extracting(Map.Entry::getKey).containsExactlyInAnyOrderElementsOf(kinds);
        assertThat(explained)
                .allSatisfy(
                        kind -> assertThat(kind.getValue()).as(kind.getKey()).contains("\nDo: "));
    }

    @Test
    void explainEveryStateOfAReleaseAsAKind() {
        assertThat(Stream.of(dev.smokerunner.result.ReleaseState.values())
                        .filter(state -> state != dev.smokerunner.result.ReleaseState.LIVE)
                        .map(state -> "release-" + state.name().toLowerCase(Locale.ROOT)))
                .allSatisfy(name -> assertThat(explanations.kind(name)).as(name).isPresent());
        assertThat(explanations.kind("release-nonsense")).isEmpty();
    }

    /** With {@code -Ddocs.update} it is written anew. */
    @Test
    void areThePageOfTheDocumentation() throws IOException {
        if (System.getProperty("docs.update") != null) {
            Files.writeString(PAGE, page());
        }

        assertThat(PAGE).hasContent(page());
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # Checks

                What each check looks at, how it judges, how to tune it, and what its findings mean. `smoke explain CHECK` and
                `smoke explain KIND` print the same in a terminal. This page is made of
                `src/main/resources/dev/smokerunner/explain`; change it there, and run
                `./mvnw test -Dtest=ExplanationsTest -Ddocs.update`.

                | check | impact | looks at |
                |---|---|---|
                """);
        for (CheckExplanation one : explanations.all()) {
            String name = one.check();
            page.append("| [`%s`](#%s) | %s | %s |\n".formatted(name, name, one.impact(), one.gist()));
        }
        explanations.all().forEach(one -> append(one, page));
        return page.toString();
    }

    private static void append(CheckExplanation one, StringBuilder page) {
        page.append("\n## ").append(one.check()).append("\n\nImpact: ").append(one.impact());
        page.append("\n\n").append(one.meaning()).append('\n');
        one.sections().forEach((heading, text) -> page.append("\n**")
                .append(heading)
                .append(".**\n\n")
                .append(text)
                .append('\n'));
        page.append("\n| kind | what it is, and what to do |\n|---|---|\n");
        one.kinds()
                .forEach((kind, text) -> page.append("| `%s` | %s |\n"
                        .formatted(
                                kind.endsWith("-") ? kind + "…" : kind,
                                text.replace("\nDo: ", " *Do:* ").replace('\n', ' '))));
    }
}
