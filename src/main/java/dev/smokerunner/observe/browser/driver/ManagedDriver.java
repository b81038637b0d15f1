package dev.smokerunner.observe.browser.driver;

import io.github.bonigarcia.wdm.WebDriverManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** WebDriverManager, asked for the driver of one version; its own settings ({@code wdm.*}, {@code WDM_*}) hold. */
final class ManagedDriver {
    /** For a connection, in seconds: a mirror that is there answers at once. */
    private static final int CONNECT_SECONDS = 5;

    private final Map<String, String> environment;

    ManagedDriver(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Fetches it, or takes it from the cache, at most in the time that is left. */
    Optional<Path> find(DriverKind kind, ProgramVersion browser, Attempts attempts) {
        CompletableFuture<String> path = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(path, kind, browser), "webdrivermanager");
        thread.setDaemon(true);
        thread.start();
        // The other half is for Selenium Manager.
        long patience = attempts.left().toMillis() / 2;
        try {
            Optional<Path> driver = Optional.ofNullable(path.get(patience, TimeUnit.MILLISECONDS))
                    .map(Path::of)
                    .filter(Files::isExecutable);
            if (driver.isEmpty()) {
                attempts.add("WebDriverManager: fetched nothing that can be executed");
            }
            return driver;
        } catch (TimeoutException late) {
            attempts.add("WebDriverManager: no answer within " + patience / 1000 + " s");
        } catch (ExecutionException failed) {
            attempts.add("WebDriverManager for " + kind.browser() + " " + browser.major() + ": " + root(failed));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            thread.interrupt();
        }
        return Optional.empty();
    }

    // A class that is missing must be told as well, not end a thread that nobody watches.
    @SuppressWarnings("CatchingUnchecked")
    private void complete(CompletableFuture<String> path, DriverKind kind, ProgramVersion browser) {
        try {
            path.complete(fetch(kind, browser));
        } catch (RuntimeException | LinkageError failed) {
            path.completeExceptionally(failed);
        }
    }

    private String fetch(DriverKind kind, ProgramVersion browser) {
        WebDriverManager library =
                switch (kind) {
                    case CHROMEDRIVER -> WebDriverManager.chromedriver();
                    case MSEDGEDRIVER -> WebDriverManager.edgedriver();
                    case GECKODRIVER -> WebDriverManager.firefoxdriver();
                };
        library.browserVersion(browser.major()).timeout(CONNECT_SECONDS).avoidExport();
        // Without it the newest driver would be taken for one that fits.
        library.config().setAvoidFallback(true);
        if (System.getProperty("wdm.cachePath") == null && !environment.containsKey("WDM_CACHEPATH")) {
            library.cachePath(new DownloadTerms(environment).cache().toString());
        }
        library.setup();
        return library.getDownloadedDriverPath();
    }

    private static String root(Throwable failed) {
        Throwable cause = failed;
        for (int depth = 0; cause.getCause() != null && depth < 10; depth++) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
