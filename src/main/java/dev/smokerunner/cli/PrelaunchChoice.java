package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.BrowserChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guesses from a command line that nobody has read yet which browser it will want: one that starts at once is there when the
 * config has been read. A guess that is wrong costs nothing but a start in vain.
 */
final class PrelaunchChoice {
    private static final String BINARY = "--browser-binary";

    /** With these no browser of this machine is wanted, or another one. */
    private static final List<String> OTHERS = List.of(
            "-h", "--help", "-V", "--version", "--browser", "--engine", "--grid", "--driver-binary", "--dry-run");

    /** Words of a config that wants another browser, or none; a config that has them for another reason only starts later. */
    private static final Pattern OTHER_IN_CONFIG =
            Pattern.compile("(?m)^[^#\\n]*(?:\\b(?:firefox|edge|webdriver|grid)\\b|\\bbrowser:[^\\n]*\\bnone\\b)");

    /** Characters; a config of a hundred pages has a tenth of it. */
    private static final long LONGEST_CONFIG = 1 << 20;

    private PrelaunchChoice() {}

    /** The browser; absent where none is wanted. */
    static Optional<BrowserChoice> wantedBy(List<String> args) {
        boolean looks = args.size() > 1 && args.get(0).equals("run");
        boolean isOther = args.stream().anyMatch(PrelaunchChoice::isOther);
        return looks && !isOther && args.stream().noneMatch(PrelaunchChoice::isConfigOfOther)
                ? choice(args)
                : Optional.empty();
    }

    private static boolean isConfigOfOther(String argument) {
        if (!argument.endsWith(".yaml") && !argument.endsWith(".yml")) {
            return false;
        }
        try {
            Path config = Path.of(argument);
            return Files.size(config) <= LONGEST_CONFIG
                    && OTHER_IN_CONFIG.matcher(Files.readString(config)).find();
        } catch (IOException | InvalidPathException unreadable) {
            // Who reads it in earnest tells what is wrong with it.
            return false;
        }
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
