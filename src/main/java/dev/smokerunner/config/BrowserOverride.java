package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.Engine;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What whoever starts the run says about the browser; each part wins over the config.
 *
 * @param names which kinds; none means the config's
 * @param binary the browser's executable; absent means the config's
 * @param driver the driver's executable; absent means the config's
 * @param engine how it is started and spoken to; absent means the config's
 */
public record BrowserOverride(List<Name> names, Optional<Path> binary, Optional<Path> driver, Optional<Engine> engine) {
    /** Leaves everything to the config. */
    public static final BrowserOverride NONE =
            new BrowserOverride(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Rejects null. */
    public BrowserOverride {
        names = List.copyOf(names);
        requireNonNull(binary);
        requireNonNull(driver);
        requireNonNull(engine);
    }

    /** The choices with these parts replaced. */
    public List<BrowserChoice> over(List<BrowserChoice> choices) {
        return (names.isEmpty() ? choices : named(choices))
                .stream().map(this::withParts).toList();
    }

    /** Those of a name that was asked for; where there is none, all others under that name. */
    private List<BrowserChoice> named(List<BrowserChoice> choices) {
        return names.stream().flatMap(name -> named(name, choices)).distinct().toList();
    }

    private static Stream<BrowserChoice> named(Name name, List<BrowserChoice> choices) {
        List<BrowserChoice> known =
                choices.stream().filter(choice -> choice.name() == name).toList();
        if (!known.isEmpty()) {
            return known.stream();
        }
        // HTTP alone has no screen.
        long most = name == Name.NONE ? 1 : choices.size();
        return choices.stream().map(choice -> choice.withName(name)).limit(most);
    }

    private BrowserChoice withParts(BrowserChoice choice) {
        BrowserChoice chosen = binary.map(choice::withBinary).orElse(choice);
        return chosen.withDriver(wantsNoDriver() ? driver : driver.or(chosen::driver))
                .withEngine(engine.orElse(chosen.engine()));
    }

    /** Then that of the config is not wanted either. */
    private boolean wantsNoDriver() {
        return engine.filter(Engine.DEVTOOLS::equals).isPresent();
    }
}
