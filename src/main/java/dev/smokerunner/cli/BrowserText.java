package dev.smokerunner.cli;

import dev.smokerunner.config.BrowserOverride;
import dev.smokerunner.config.Nearest;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.Engine;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A browser, as it is typed on a command line. */
final class BrowserText {
    private BrowserText() {}

    /** What is said about the browser; what is wrong with it goes to the problems. */
    static BrowserOverride read(BrowserOptions typed, List<String> problems) {
        if (new HashSet<>(typed.names).size() < typed.names.size()) {
            problems.add("--browser: expected each browser once, got \"" + String.join(",", typed.names) + "\"");
        }
        List<BrowserChoice.Name> names = typed.names.stream()
                .flatMap(text -> named("--browser", text, BrowserChoice.Name.values(), problems).stream())
                .toList();
        Optional<Engine> engine = typed.engine.flatMap(text -> named("--engine", text, Engine.values(), problems));
        if (engine.filter(Engine.DEVTOOLS::equals).isPresent()) {
            typed.driver.ifPresent(driver -> problems.add(
                    "--engine: expected webdriver with --driver-binary, got \"devtools\", which needs no driver"));
        }
        return new BrowserOverride(names, typed.binary, typed.driver, engine);
    }

    private static <T extends Enum<T>> Optional<T> named(
            String option, String text, T[] values, List<String> problems) {
        List<String> names = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        int at = names.indexOf(text);
        if (at < 0) {
            String last = names.get(names.size() - 1);
            String listed = String.join(", ", names.subList(0, names.size() - 1)) + " or " + last;
            problems.add(option + ": expected " + listed + ", got \"" + text + "\"" + Nearest.hint(text, names));
            return Optional.empty();
        }
        return Optional.of(values[at]);
    }
}
