package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.BrowserChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Guesses from a command line that nobody has read yet which browser it will want: one that starts at once is there when the
 * config has been read. A guess that is wrong costs nothing but a start in vain.
 */
final class PrelaunchChoice {
    private static final String BINARY = "--browser-binary";

    /** With these no browser of this machine is wanted, or another one. */
    private static final List<String> OTHERS =
            List.of("-h", "--help", "-V", "--version", "--browser", "--grid", "--engine", "--driver-binary");

    private PrelaunchChoice() {}

    /** The browser; absent where none is wanted. */
    static Optional<BrowserChoice> wantedBy(List<String> args) {
        boolean looks = args.size() > 1 && args.get(0).equals("run");
        return looks && args.stream().noneMatch(PrelaunchChoice::isOther) ? choice(args) : Optional.empty();
    }

    private static boolean isOther(String argument) {
        return OTHERS.contains(argument.split("=", 2)[0]);
    }

    private static Optional<BrowserChoice> choice(List<String> args) {
        Optional<String> option =
                args.stream().filter(argument -> argument.startsWith(BINARY)).findFirst();
        if (option.isEmpty()) {
            return Optional.of(BrowserChoice.DEFAULT);
        }
        int next = args.indexOf(BINARY) + 1;
        Optional<String> value = option.get().startsWith(BINARY + "=")
                ? option.map(text -> text.substring(BINARY.length() + 1))
                : args.stream().skip(next).findFirst();
        try {
            return value.map(Path::of).map(BrowserChoice.DEFAULT::withBinary);
        } catch (InvalidPathException nonsense) {
            return Optional.empty();
        }
    }
}
