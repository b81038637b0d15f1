package dev.smokerunner.config;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.observe.browser.Screen;
import dev.smokerunner.secret.Secret;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which browsers are to look, and how.
 *
 * @param base the directory to which paths are relative
 * @param preparation reads what their visitors bring along
 * @param login the steps of a log-in
 */
record BrowserReader(Path base, PreparationReader preparation, ConfigNode login) {
    /**
     * Reads the {@code browser} of a config: one, or a list; of several names and several windows each with each.
     */
    List<BrowserChoice> read(ConfigNode browser) {
        List<ConfigNode> entries = browser.items().isEmpty() ? List.of(browser) : browser.items();
        List<BrowserChoice> choices =
                entries.stream().flatMap(entry -> readOne(entry).stream()).toList();
        if (browser.isSound()) {
            BrowserRules.broken(choices).ifPresent(browser::add);
        }
        return choices;
    }

    private List<BrowserChoice> readOne(ConfigNode entry) {
        List<Screen> screens = ScreenReader.read(entry);
        BrowserChoice common = new BrowserChoice(
                BrowserChoice.DEFAULT.name(),
                executable(entry.get("binary"), base),
                executable(entry.get("driver"), base),
                Screen.DEFAULT,
                headers(entry.get("headers")),
                entry.get("basic-auth").read(ValueParsers::basicAuth).map(Secret::new),
                engine(entry.get("engine"), entry.get("driver").isThere()),
                preparation.read(entry, login));
        return names(entry).stream()
                .map(common::withName)
                .flatMap(named -> screens.stream().map(named::withScreen))
                .toList();
    }

    /** One of the names that the schema allows. */
    private static Engine engine(ConfigNode entry, boolean hasDriver) {
        if (hasDriver && entry.text().filter("devtools"::equals).isPresent()) {
            entry.refuse("webdriver where there is a driver");
        }
        return entry.text().filter("webdriver"::equals).isPresent() ? Engine.WEBDRIVER : Engine.DEVTOOLS;
    }

    private static List<Name> names(ConfigNode entry) {
        ConfigNode written = entry.text().isPresent() ? entry : entry.get("name");
        List<Name> names = written.texts().stream()
                .flatMap(one -> one.text().map(BrowserReader::name).stream())
                .toList();
        return names.isEmpty() ? List.of(BrowserChoice.DEFAULT.name()) : names;
    }

    /** One of the names that the schema allows. */
    private static Name name(String text) {
        return Arrays.stream(Name.values())
                .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElse(BrowserChoice.DEFAULT.name());
    }

    private static Optional<Path> executable(ConfigNode entry, Path base) {
        return entry.read(ValueParsers::path).map(base::resolve);
    }

    private static Map<String, String> headers(ConfigNode entry) {
        Map<String, String> headers = new LinkedHashMap<>();
        entry.entries().forEach((name, value) -> value.read(ValueParsers::headerValue)
                .ifPresent(text -> headers.put(name, text)));
        return headers;
    }
}
