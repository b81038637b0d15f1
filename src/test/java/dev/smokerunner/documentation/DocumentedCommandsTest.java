package dev.smokerunner.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.smokerunner.cli.Application;
import dev.smokerunner.cli.Main;
import dev.smokerunner.report.Reports;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/**
 * Every command of the documentation is one that the command line takes.
 *
 * <p>Here they are parsed; {@code DocumentedCommandsBrowserIT} runs what stands in {@code sh} blocks. A block that cannot be run
 * says why behind its fence, where readers of the page do not see it: {@code sh not run: needs a Grid}.
 */
class DocumentedCommandsTest {
    private static final Application NOTHING_RUNS = (Application) Proxy.newProxyInstance(
            Application.class.getClassLoader(), new Class<?>[] {Application.class}, (proxy, method, arguments) -> {
                assertThat(method.getName()).isEqualTo("version");
                return "1.2.3";
            });
    private static final Pattern INLINE = Pattern.compile("`((?:\\./)?smoke [^`]+)`");
    /** In other files than shell scripts: a pipeline, a crontab, a definition of a service. */
    private static final Pattern WITHIN = Pattern.compile("(?:^|(?<=[\\s'\"]))(?:[\\w./-]*/)?smoke [a-z].*");

    private final CommandLine smoke = Main.commandLine(NOTHING_RUNS);

    @TestFactory
    Stream<DynamicTest> ofBlocksAreUnderstood() {
        return CodeBlock.all().stream().flatMap(block -> commands(block).stream()
                .filter(ShellCommand::isSmoke)
                .map(command -> test(block.toString(), command)));
    }

    @TestFactory
    Stream<DynamicTest> inSentencesAreUnderstood() {
        return CodeBlock.pages().stream().flatMap(page -> INLINE.matcher(CodeBlock.prose(page))
                .results()
                .map(MatchResult::group)
                .map(code -> code.replace("`", "").replaceAll("\\s+", " "))
                .map(code -> test(
                        page.toString(),
                        // Choices, and what is left out.
                        ShellCommand.of(code.replaceAll("\\|\\S+", "").replace("…", ""))
                                .get(0))));
    }

    @Test
    void standInBlocksThatAreReadHere() {
        assertThat(CodeBlock.pages())
                .allSatisfy(page -> assertThat(CodeBlock.prose(page).lines())
                        .as(page.toString())
                        .noneMatch(line -> line.matches("(    |\t)(\\$ )?\\S*smoke .*")));
    }

    @Test
    void thatAreNotRunSayWhy() {
        assertThat(CodeBlock.all())
                .filteredOn(block -> block.language().equals("sh"))
                .isNotEmpty()
                .allSatisfy(block ->
                        assertThat(block.remark()).as(block.toString()).matches("|exits [0-9]+|not run: .{10,}"));
    }

    private DynamicTest test(String place, ShellCommand command) {
        return DynamicTest.dynamicTest(place + " " + command, () -> {
            List<String> arguments = command.arguments();
            if (arguments.size() == 1 && smoke.getSubcommands().containsKey(arguments.get(0))) {
                return;
            }
            assertThatCode(() -> smoke.parseArgs(arguments.toArray(String[]::new)))
                    .as("%s: %s", place, command)
                    .doesNotThrowAnyException();
            int format = arguments.indexOf("--format");
            if (format >= 0 && !arguments.get(format + 1).startsWith("NAME")) {
                assertThat(Reports.NAMES)
                        .containsAll(Arrays.asList(arguments.get(format + 1).split(",")));
            }
        });
    }

    private static List<ShellCommand> commands(CodeBlock block) {
        return switch (block.language()) {
            case "sh" -> ShellCommand.of(block.text());
            case "console" ->
                block.text()
                        .lines()
                        .filter(line -> line.startsWith("$ "))
                        .flatMap(line -> ShellCommand.of(line.substring(2)).stream())
                        .toList();
            case "" -> List.of();
            default ->
                WITHIN.matcher(block.text())
                        .results()
                        .flatMap(found -> ShellCommand.of(balanced(found.group())).stream())
                        .toList();
        };
    }

    /** Without the quote that ends the text in which the command stands. */
    private static String balanced(String command) {
        String end = command.substring(command.length() - 1);
        boolean isOdd = command.chars().filter(c -> c == end.charAt(0)).count() % 2 == 1;
        return "'\"".contains(end) && isOdd ? command.substring(0, command.length() - 1) : command;
    }
}
