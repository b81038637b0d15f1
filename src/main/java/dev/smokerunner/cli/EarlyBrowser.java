package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.BrowserChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses from a command line that nobody has read yet which browser it will want: one that starts at once is there when the
 * config has been read. A guess that is wrong costs nothing but a start in vain.
 */
final class EarlyBrowser {
    private static final String BINARY = "--browser-binary";

    /** With these no browser of this machine is wanted, or another one. */
    private static final List<String> OTHERS = List.of("-h", "--help", "-V", "--version", "--grid", "--driver-binary");

    private EarlyBrowser() {}

    /** The browser; absent where none is wanted. */
    static Optional<BrowserChoice> wantedBy(List<String> args) {
        boolean looks = args.size() > 1 && args.get(0).equals("run");
        return looks && args.stream().noneMatch(EarlyBrowser::isOther) ? choice(args) : Optional.empty();
    }

    private static boolean isOther(String argument) {
        String name = argument.split("=", 2)[0];
        return OTHERS.contains(name) || name.equals("--browser");
    }

    private static Optional<BrowserChoice> choice(List<String> args) {
        BrowserChoice usual = BrowserChoice.DEFAULT;
        int at = args.indexOf(BINARY);
        Optional<String> named = at >= 0 && at + 1 < args.size()
                ? Optional.of(args.get(at + 1))
                : args.stream()
                        .filter(argument -> argument.startsWith(BINARY + "="))
                        .map(argument -> argument.substring(BINARY.length() + 1))
                        .findFirst();
        try {
            return Optional.of(new BrowserChoice(
                    usual.name(),
                    named.map(Path::of),
                    Optional.empty(),
                    usual.width(),
                    usual.height(),
                    Map.of(),
                    Optional.empty()));
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
    }
}
