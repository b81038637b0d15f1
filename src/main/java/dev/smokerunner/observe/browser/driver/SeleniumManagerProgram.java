package dev.smokerunner.observe.browser.driver;

import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.json.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.manager.SeleniumManager;

/** Selenium Manager, the program inside Selenium's jar: started by us, so that it can be bounded and sends no statistics. */
final class SeleniumManagerProgram {
    private final Map<String, String> environment;

    SeleniumManagerProgram(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * What it answered.
     *
     * @param driver the driver's executable, if it has one
     * @param browser the browser's executable, if it has one
     * @param source from where it fetched, if it did
     * @param trouble its last words, if any
     */
    record Answer(Optional<Path> driver, Optional<Path> browser, Optional<String> source, String trouble) {
        static Answer trouble(String words) {
            return new Answer(Optional.empty(), Optional.empty(), Optional.empty(), Attempts.plain(words));
        }
    }

    /** Runs it; its settings ({@code SE_*}) and those of proxies hold. */
    Answer ask(List<String> arguments, Duration patience) {
        Optional<Path> program = Optional.empty();
        try {
            program = Optional.of(unpacked());
            List<String> command = new ArrayList<>(List.of(program.get().toString(), "--output", "json", "--debug"));
            command.addAll(List.of("--avoid-stats", "--cache-path"));
            command.add(new DownloadTerms(environment).cache().toString());
            command.addAll(arguments);
            return ProgramOutput.of(command, variables(), patience)
                    .flatMap(output -> WireJson.read(output.said()))
                    .map(SeleniumManagerProgram::answer)
                    .orElse(Answer.trouble("it did not start, or did not end within " + patience.toSeconds() + " s"));
        } catch (IOException failed) {
            return Answer.trouble("its program cannot be unpacked: " + failed.getMessage());
        } finally {
            program.ifPresent(SeleniumManagerProgram::delete);
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("SE_AVOID_STATS", "true");
        return variables;
    }

    private static Answer answer(Fields output) {
        Fields result = output.in("result");
        List<String> said = output.list("logs").stream()
                .map(line -> line.textOr("message", ""))
                .toList();
        Optional<String> source = said.stream()
                .filter(line -> line.startsWith("Downloading ") && line.contains(" from "))
                .reduce((before, last) -> last)
                .map(line -> Attempts.plain(line.substring(line.lastIndexOf(" from ") + " from ".length())));
        String words = result.textOr("message", "");
        String trouble = !words.isEmpty() || said.isEmpty() ? words : said.get(said.size() - 1);
        return new Answer(file(result, "driver_path"), file(result, "browser_path"), source, Attempts.plain(trouble));
    }

    /** With code 0 and an empty path it means that it found nothing. */
    private static Optional<Path> file(Fields result, String name) {
        return result.text(name).filter(text -> !text.isBlank()).map(Path::of).filter(Files::isExecutable);
    }

    private static Path unpacked() throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean isArm = System.getProperty("os.arch", "").equals("aarch64");
        String folder = system.startsWith("windows")
                ? "windows"
                : system.startsWith("mac") ? "macos" : isArm ? "linux-arm64" : "linux-x86_64";
        String name = folder.equals("windows") ? "selenium-manager.exe" : "selenium-manager";
        try (InputStream bytes = SeleniumManager.class.getResourceAsStream(folder + "/" + name)) {
            if (bytes == null) {
                throw new IOException("there is none for " + folder);
            }
            Path program = Files.createTempDirectory("smoke-manager").resolve(name);
            Files.copy(bytes, program, StandardCopyOption.REPLACE_EXISTING);
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
            return program;
        }
    }

    private static void delete(Path program) {
        try {
            Files.deleteIfExists(program);
            Files.deleteIfExists(java.util.Objects.requireNonNull(program.getParent()));
        } catch (IOException stays) {
            // In the folder for temporary files, where the system cleans up.
        }
    }
}
