package dev.smokerunner.observe.browser.driver;

import dev.smokerunner.observe.browser.NewestFirst;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Drivers that are there: in folders that the environment names, where programs are, and where they were fetched to. */
final class InstalledDrivers {
    private static final List<String> USUAL = List.of(
            "/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser", "/opt/homebrew/bin");

    private final Map<String, String> environment;
    private final DriverKind kind;

    InstalledDrivers(Map<String, String> environment, DriverKind kind) {
        this.environment = environment;
        this.kind = kind;
    }

    /** The first that fits the browser; where the browser does not say its version, the first. */
    Optional<Path> fitting(Optional<ProgramVersion> browser, Attempts attempts) {
        Set<Path> candidates = candidates();
        if (candidates.isEmpty()) {
            attempts.add(kind.folderVariable() + ", PATH, the usual places and the cache "
                    + new DownloadTerms(environment).cache() + ": no " + kind.program());
        }
        return candidates.stream()
                .filter(driver -> fits(driver, browser, attempts))
                .findFirst();
    }

    private boolean fits(Path driver, Optional<ProgramVersion> browser, Attempts attempts) {
        Optional<ProgramVersion> version = ProgramVersion.ask(driver);
        if (version.isEmpty()) {
            attempts.add("installed " + driver + ": does not say its version");
            return false;
        }
        if (browser.isPresent() && !kind.fits(version.get(), browser.get())) {
            attempts.add("installed " + driver + ": is of version "
                    + version.get().text() + ", the browser of " + browser.get().text());
            return false;
        }
        return true;
    }

    private Set<Path> candidates() {
        Set<Path> found = new LinkedHashSet<>();
        List<String> folders = new ArrayList<>();
        folders.add(environment.getOrDefault(kind.folderVariable(), ""));
        folders.addAll(List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)));
        folders.addAll(USUAL);
        folders.forEach(folder -> in(folder).ifPresent(found::add));
        found.addAll(fetched());
        return found;
    }

    private Optional<Path> in(String folder) {
        try {
            return folder.isBlank() ? Optional.empty() : executable(Path.of(folder));
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
    }

    private Optional<Path> executable(Path folder) {
        return Stream.of(kind.program(), kind.program() + ".exe")
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Those in {@code CACHE/DRIVER/PLATFORM/VERSION/}, as both libraries keep them, the newest first. */
    private List<Path> fetched() {
        try (Stream<Path> folders = Files.find(
                new DownloadTerms(environment).cache().resolve(kind.program()), 2, (path, is) -> is.isDirectory())) {
            return folders.sorted(new NewestFirst())
                    .flatMap(folder -> executable(folder).stream())
                    .toList();
        } catch (IOException | java.io.UncheckedIOException nothing) {
            return List.of();
        }
    }
}
