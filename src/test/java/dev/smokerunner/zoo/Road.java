package dev.smokerunner.zoo;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.Engine;
import java.util.Locale;
import java.util.stream.Stream;

/** A way to a browser. The zoo was made on the direct one, and the others have to lead to the same. */
enum Road {
    @JsonProperty("direct")
    DIRECT(Name.CHROME, Engine.DEVTOOLS, "Chromium, spoken to over its own socket"),
    @JsonProperty("webdriver")
    WEBDRIVER(Name.CHROME, Engine.WEBDRIVER, "Chromium by WebDriver"),
    @JsonProperty("firefox")
    FIREFOX(Name.FIREFOX, Engine.DEVTOOLS, "Firefox");

    private final Name browser;
    private final Engine engine;
    private final String title;

    Road(Name browser, Engine engine, String title) {
        this.browser = browser;
        this.engine = engine;
        this.title = title;
    }

    /** The one that {@code -Dzoo.browser} and {@code -Dzoo.engine} ask for. */
    static Road asked() {
        Name browser = Name.valueOf(System.getProperty("zoo.browser", "chrome").toUpperCase(Locale.ROOT));
        Engine engine =
                Engine.valueOf(System.getProperty("zoo.engine", "devtools").toUpperCase(Locale.ROOT));
        return Stream.of(values())
                .filter(road -> road.browser == browser && road.engine == engine)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no road of the zoo: " + browser + " by " + engine));
    }

    /** The same visit on this road. */
    BrowserChoice choice(BrowserChoice choice) {
        return choice.withName(browser).withEngine(engine);
    }

    /** For a heading. */
    String title() {
        return title;
    }

    /** In file names and in the cases. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
