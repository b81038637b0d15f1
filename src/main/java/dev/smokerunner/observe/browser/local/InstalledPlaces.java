package dev.smokerunner.observe.browser.local;

import dev.smokerunner.observe.browser.BrowserChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where browsers are installed, besides the search path. */
final class InstalledPlaces {
    private static final List<String> CHROME = List.of(
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "chromium",
            "chromium-browser",
            "chromium-headless-shell",
            "chrome-headless-shell");
    private static final List<Path> CHROME_ELSEWHERE = List.of(
            Path.of("/opt/google/chrome/chrome"),
            Path.of("/usr/lib/chromium/chromium"),
            Path.of("/usr/lib64/chromium-browser/chromium-browser"),
            Path.of("/snap/bin/chromium"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
    private static final List<String> EDGE = List.of("microsoft-edge", "microsoft-edge-stable", "msedge");
    private static final List<Path> EDGE_ELSEWHERE = List.of(
            Path.of("/opt/microsoft/msedge/msedge"),
            Path.of("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"));
    private static final List<String> FIREFOX = List.of("firefox", "firefox-esr", "firefox.exe");
    private static final List<Path> FIREFOX_ELSEWHERE = List.of(
            Path.of("/usr/lib/firefox/firefox"),
            Path.of("/usr/lib/firefox-esr/firefox-esr"),
            Path.of("/usr/lib64/firefox/firefox"),
            Path.of("/opt/firefox/firefox"),
            Path.of("/Applications/Firefox.app/Contents/MacOS/firefox"));
    /** Where Windows keeps programs, by the variables that name its directories. */
    private static final List<String> PROGRAMS = List.of("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA");

    private static final List<Path> DIRECTORIES = List.of(
            Path.of("/usr/bin"),
            Path.of("/usr/local/bin"),
            Path.of("/usr/lib/chromium"),
            Path.of("/usr/lib/chromium-browser"),
            Path.of("/usr/lib64/chromium-browser"),
            Path.of("/opt/homebrew/bin"),
            Path.of("/snap/bin"));

    private final Machine machine;

    InstalledPlaces(Machine machine) {
        this.machine = machine;
    }

    /** The executables of browsers of this kind, each once, the search path first; those that were fetched where none is. */
    Collection<Path> browsers(BrowserChoice.Name kind) {
        Collection<Path> installed = installed(kind);
        return installed.isEmpty() ? new FetchedBrowsers(machine).browsers(kind) : installed;
    }

    private Collection<Path> installed(BrowserChoice.Name kind) {
        return switch (kind) {
            case EDGE -> existing(EDGE, EDGE_ELSEWHERE);
            case FIREFOX -> existing(FIREFOX, firefoxElsewhere());
            case CHROME, NONE -> existing(CHROME, CHROME_ELSEWHERE);
        };
    }

    private List<Path> firefoxElsewhere() {
        List<Path> places = new ArrayList<>(FIREFOX_ELSEWHERE);
        for (String variable : PROGRAMS) {
            machine.environment(variable)
                    .ifPresent(programs -> places.add(Path.of(programs, "Mozilla Firefox", "firefox.exe")));
        }
        return places;
    }

    private Collection<Path> existing(List<String> names, List<Path> elsewhere) {
        List<Path> directories = new ArrayList<>(machine.searchPath());
        directories.addAll(DIRECTORIES);
        List<Path> candidates = new ArrayList<>();
        for (String name : names) {
            directories.forEach(directory -> candidates.add(directory.resolve(name)));
        }
        candidates.addAll(elsewhere);
        // Where /bin is a link to /usr/bin, all is there twice.
        Map<Path, Path> byRealPath = new LinkedHashMap<>();
        candidates.stream()
                .filter(machine::isExecutable)
                .forEach(path -> byRealPath.putIfAbsent(machine.real(path), path));
        return byRealPath.values();
    }
}
