package dev.smokerunner.observe.browser.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that a program says it has.
 *
 * @param text numbers with dots between them
 */
public record ProgramVersion(String text) {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(?:\\.\\d{1,8}){1,4}");
    /** A browser says it in less than a second; a wrapper on a busy machine takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Asks a program; absent where it does not start, does not end, or says no version. */
    public static Optional<ProgramVersion> ask(Path program) {
        return ProgramOutput.of(List.of(program.toString(), "--version"), Map.of(), PATIENCE)
                .filter(output -> output.code() == 0)
                .flatMap(output -> in(output.said()));
    }

    static Optional<ProgramVersion> in(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.find() ? Optional.of(new ProgramVersion(numbers.group())) : Optional.empty();
    }

    /** What is before the first dot. */
    String major() {
        return text.substring(0, text.indexOf('.'));
    }
}
