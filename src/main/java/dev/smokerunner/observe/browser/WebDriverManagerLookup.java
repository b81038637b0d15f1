package dev.smokerunner.observe.browser;

import io.github.bonigarcia.wdm.WebDriverManager;
import io.github.bonigarcia.wdm.config.WebDriverManagerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks WebDriverManager, which has a cache and can download a driver. */
final class WebDriverManagerLookup implements DriverLookup {

    /** A driver is 10 MB; without a network the answer comes after a second. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Logger NOISE = Logger.getLogger("io.github.bonigarcia");

    @Override
    public Optional<Path> find(String major, BrowserChoice.Name kind, Consumer<String> tried) {
        NOISE.setLevel(Level.OFF);
        CompletableFuture<String> driver = CompletableFuture.supplyAsync(() -> resolve(major, kind));
        try {
            String path = driver.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            tried.accept("WebDriverManager: " + path);
            return Optional.of(Path.of(path));
        } catch (TimeoutException late) {
            tried.accept("WebDriverManager: no answer within " + LIMIT.toSeconds() + " s");
        } catch (ExecutionException failed) {
            tried.accept("WebDriverManager: " + firstLine(failed.getCause()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static String resolve(String major, BrowserChoice.Name kind) {
        WebDriverManager manager =
                kind == BrowserChoice.Name.EDGE ? WebDriverManager.edgedriver() : WebDriverManager.chromedriver();
        manager.browserVersion(major).avoidExport().avoidFallback().timeout(10).setup();
        String path = manager.getDownloadedDriverPath();
        if (path == null) {
            throw new WebDriverManagerException("found none");
        }
        return path;
    }

    static String firstLine(@Nullable Throwable failure) {
        return firstLine(failure == null ? "failed" : String.valueOf(failure.getMessage()));
    }

    static String firstLine(String text) {
        return text.lines()
                .findFirst()
                .map(line -> MessageEvents.cut(line, 200))
                .orElse("failed");
    }
}
