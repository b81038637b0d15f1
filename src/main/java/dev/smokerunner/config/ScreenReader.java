package dev.smokerunner.config;

import dev.smokerunner.observe.browser.Screen;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads on what a browser shows a page: in windows, or on a device. */
final class ScreenReader {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,5})x([0-9]{1,5})(?:@([0-9]{1,2}(?:\\.[0-9]{1,3})?))?");
    private static final String WINDOW = "a window size such as 1280x800";
    private static final String DEVICE = "a device's size and pixel ratio such as 390x844@3";
    /** Chromium gives up on textures above this. */
    private static final int LARGEST = 16_384;

    private ScreenReader() {}

    /** Each screen that a map of a browser names; one at least. */
    static List<Screen> read(ConfigNode browser) {
        ConfigNode window = browser.get("window");
        ConfigNode device = browser.get("device");
        if (window.isThere() && device.isThere()) {
            device.add("expected a window or a device, got both; a list of browsers may have one of each");
        }
        Optional<Boolean> touch = browser.get("touch").isThere()
                ? Optional.of(browser.get("touch").flag(false))
                : Optional.empty();
        Optional<String> userAgent = browser.get("user-agent").read(ValueParsers::headerValue);
        List<Screen> plain = device.read(ScreenReader::device).map(List::of).orElseGet(() -> window.texts().stream()
                .flatMap(one -> one.read(ScreenReader::window).stream())
                .toList());
        return (plain.isEmpty() ? List.of(Screen.DEFAULT) : plain)
                .stream()
                        .map(screen -> new Screen(
                                screen.width(),
                                screen.height(),
                                screen.pixelRatio(),
                                touch.orElse(screen.touch()),
                                userAgent))
                        .toList();
    }

    private static Screen window(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(3) != null) {
            throw new IllegalArgumentException(WINDOW);
        }
        return Screen.window(side(form.group(1), 1), side(form.group(2), 1));
    }

    private static Screen device(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(3) == null) {
            throw new IllegalArgumentException(DEVICE);
        }
        double ratio = Double.parseDouble(form.group(3));
        if (ratio == 0) {
            throw new IllegalArgumentException(DEVICE);
        }
        return new Screen(
                side(form.group(1), ratio), side(form.group(2), ratio), Optional.of(ratio), true, Optional.empty());
    }

    private static int side(String digits, double ratio) {
        int side = Integer.parseInt(digits);
        if (side < 1 || side * ratio > LARGEST) {
            throw new IllegalArgumentException("a window size of 1 to " + LARGEST + " pixels each way");
        }
        return side;
    }
}
