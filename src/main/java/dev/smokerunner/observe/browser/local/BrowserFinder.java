package dev.smokerunner.observe.browser.local;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a browser: as chosen, as the environment says, as installed. */
public final class BrowserFinder {
    private static final String BINARY_VARIABLE = "SMOKE_BROWSER_BINARY";

    /** By which names tools for pages are told where a browser is. */
    private static final Map<Name, String> USUAL_VARIABLES =
            Map.of(Name.CHROME, "CHROME_BIN", Name.FIREFOX, "FIREFOX_BIN");

    private final Machine machine;

    BrowserFinder(Machine machine) {
        this.machine = machine;
    }

    /** Looks on this machine. */
    public static BrowserFinder onThisMachine() {
        return new BrowserFinder(new ThisMachine());
    }

    /**
     * Finds what was chosen: the first that is there, without asking it for its version, which takes as long as starting it.
     *
     * @return its executable
     * @throws BrowserException if there is none, with a line for each place that was looked at
     */
    public Path find(BrowserChoice choice) throws BrowserException {
        return locate(choice).binary();
    }

    /**
     * The same with why it is this one.
     *
     * @throws BrowserException if there is none, with a line for each place that was looked at
     */
    public Located locate(BrowserChoice choice) throws BrowserException {
        if (choice.name() == Name.NONE) {
            throw new BrowserException("no browser was asked for", List.of());
        }
        List<String> tried = new ArrayList<>();
        for (Candidate candidate : browsers(choice, tried)) {
            Optional<Path> binary = candidate.path().filter(machine::isExecutable);
            if (binary.isPresent()) {
                return new Located(binary.get(), candidate.origin());
            }
            tried.add(candidate + (candidate.path().isEmpty() ? ": not a path" : ": no executable file"));
        }
        throw new BrowserException(message(choice), tried);
    }

    private List<Candidate> browsers(BrowserChoice choice, List<String> tried) {
        Optional<String> variable = machine.environment(BINARY_VARIABLE);
        if (choice.binary().isPresent()) {
            return List.of(
                    new Candidate("--browser-binary", choice.binary().get().toString()));
        }
        // It names a browser of the Chromium family, as it did before there was another one.
        if (variable.isPresent() && choice.name() != Name.FIREFOX) {
            return List.of(new Candidate(BINARY_VARIABLE, variable.get()));
        }
        List<Candidate> candidates = new ArrayList<>();
        Optional.ofNullable(USUAL_VARIABLES.get(choice.name())).ifPresent(name -> machine.environment(name)
                .ifPresent(path -> candidates.add(new Candidate(name, path))));
        candidates.addAll(installed(new InstalledPlaces(machine).browsers(choice.name()), tried));
        return candidates;
    }

    private static List<Candidate> installed(Collection<Path> paths, List<String> tried) {
        if (paths.isEmpty()) {
            tried.add("PATH and the usual places: no browser");
        }
        return paths.stream()
                .map(path -> new Candidate("installed", path.toString()))
                .toList();
    }

    /**
     * A browser that is there.
     *
     * @param binary its executable
     * @param origin who names it: an option, a variable, or {@code installed}
     */
    public record Located(Path binary, String origin) {
        /** Rejects null. */
        public Located {
            requireNonNull(binary);
            requireNonNull(origin);
        }
    }

    /**
     * A path that may hold a browser.
     *
     * @param origin who names it
     * @param written the path as it is named
     */
    private record Candidate(String origin, String written) {
        Optional<Path> path() {
            try {
                return Optional.of(Path.of(written));
            } catch (InvalidPathException nonsense) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return origin + " " + written;
        }
    }

    private static String message(BrowserChoice choice) {
        String fix =
                switch (choice.name()) {
                    case EDGE -> "install Microsoft Edge";
                    case FIREFOX -> "smoke install firefox fetches one, or, on Debian, apt-get install firefox-esr";
                    case CHROME, NONE ->
                        "smoke install chrome fetches one, or, on Debian or Ubuntu, apt-get install chromium";
                };
        return "no browser was found; " + fix + "; or name one with --browser-binary";
    }
}
