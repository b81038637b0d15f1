package dev.smokerunner.config;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.secret.Secret;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how the browser is to look. */
final class BrowserReader {
    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
    /** Chromium gives up on textures above this. */
    private static final int LARGEST = 16_384;

    private BrowserReader() {}

    /**
     * Reads the {@code browser} of a config.
     *
     * @param base the directory to which its paths are relative
     */
    static BrowserChoice read(ConfigNode browser, Path base) {
        BrowserChoice defaults = BrowserChoice.DEFAULT;
        Size window =
                browser.get("window").read(BrowserReader::size).orElse(new Size(defaults.width(), defaults.height()));
        return new BrowserChoice(
                browser.text()
                        .map(BrowserReader::name)
                        .or(() -> browser.get("name").text().map(BrowserReader::name))
                        .orElse(defaults.name()),
                executable(browser.get("binary"), base),
                executable(browser.get("driver"), base),
                window.width,
                window.height,
                headers(browser.get("headers")),
                browser.get("basic-auth").read(ValueParsers::basicAuth).map(Secret::new),
                engine(browser.get("engine"), browser.get("driver").isThere()));
    }

    /** One of the names that the schema allows. */
    private static Engine engine(ConfigNode entry, boolean hasDriver) {
        if (hasDriver && entry.text().filter("devtools"::equals).isPresent()) {
            entry.refuse("webdriver where there is a driver");
        }
        return entry.text().filter("webdriver"::equals).isPresent() ? Engine.WEBDRIVER : Engine.DEVTOOLS;
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

    private static Size size(String text) {
        Matcher form = WINDOW.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a window size such as 1280x800");
        }
        return new Size(side(form.group(1)), side(form.group(2)));
    }

    private static int side(String digits) {
        int side = Integer.parseInt(digits);
        if (side < 1 || side > LARGEST) {
            throw new IllegalArgumentException("a window size of 1 to " + LARGEST + " pixels each way");
        }
        return side;
    }

    private record Size(int width, int height) {}
}
