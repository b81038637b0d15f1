package dev.smokerunner.observe.browser.driver;

import dev.smokerunner.observe.browser.BrowserChoice.Name;
import dev.smokerunner.observe.browser.BrowserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fetches a browser by Selenium Manager, on request. */
public final class BrowserDownload {
    /** What decides from where and to where it fetches, and whether it may. */
    public static final List<String> VARIABLES = List.of(
            "CI",
            "SMOKE_INSTALL",
            "SE_OFFLINE",
            "SE_CACHE_PATH",
            "SE_BROWSER_MIRROR_URL",
            "SE_DRIVER_MIRROR_URL",
            "SE_PROXY",
            "HOME",
            "USERPROFILE");
    /** For some 300 MB over a slow line (4 Mbit/s). */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Map<String, String> environment;

    /**
     * Fetches as this environment says.
     *
     * @param environment the variables of this process, at least {@link #VARIABLES}
     */
    public BrowserDownload(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * A browser that was fetched and starts.
     *
     * @param binary its executable
     * @param version what it says itself
     * @param source from where; absent where it was there already
     * @param bytes the size of its files
     */
    public record Fetched(Path binary, String version, Optional<String> source, long bytes) {}

    /** Where browsers are kept. */
    public Path folder() {
        return new DownloadTerms(environment).cache();
    }

    /**
     * Fetches the newest stable version.
     *
     * @throws BrowserException if it may not, could not, or what it fetched does not start
     */
    public Fetched fetch(Name name) throws BrowserException {
        String browser = DriverKind.of(name).browser();
        Optional<String> refusal = new DownloadTerms(environment).refusal();
        if (refusal.isPresent()) {
            throw new BrowserException("not fetched: " + refusal.get(), List.of());
        }
        SeleniumManagerProgram.Answer answer = new SeleniumManagerProgram(environment)
                .ask(List.of("--browser", browser, "--force-browser-download", "--skip-browser-in-path"), PATIENCE);
        Path binary = answer.browser()
                .filter(path -> path.startsWith(folder()))
                .orElseThrow(() -> new BrowserException(
                        browser + " could not be fetched: " + answer.trouble()
                                + "; behind a mirror or a proxy set SE_BROWSER_MIRROR_URL, SE_DRIVER_MIRROR_URL or"
                                + " SE_PROXY",
                        List.of()));
        ProgramVersion version = ProgramVersion.ask(binary).orElseThrow(() -> doesNotStart(name, binary));
        return new Fetched(binary, version.text(), answer.source(), size(binary));
    }

    /** The packages are those that the browsers' own Debian packages depend on and a bare image lacks. */
    private static BrowserException doesNotStart(Name name, Path binary) {
        String packages = name == Name.FIREFOX
                ? "libgtk-3-0 libdbus-glib-1-2 libx11-xcb1 libxt6 libasound2"
                : "libnss3 libatk-bridge2.0-0 libcups2 libdrm2 libgbm1 libxkbcommon0 libxcomposite1 libxdamage1"
                        + " libxrandr2 libasound2";
        return new BrowserException(
                binary + " was fetched, but does not answer --version. A bare container usually lacks"
                        + " system libraries; on Debian or Ubuntu: apt-get install " + packages,
                List.of());
    }

    private static long size(Path binary) {
        Path folder = Optional.ofNullable(binary.getParent()).orElse(binary);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException | java.io.UncheckedIOException unknown) {
            return 0;
        }
    }
}
