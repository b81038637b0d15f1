package dev.smokerunner.observe.browser;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a page is shown on: a window, or the screen of a device.
 *
 * @param width the page's width in CSS pixels
 * @param height its height in CSS pixels
 * @param pixelRatio how many pixels of the device make one of CSS; absent for a window, which has that of its machine. A device
 *     lays out as phones do: by the page's {@code <meta name=viewport>}
 * @param touch whether it is touched
 * @param userAgent how the browser calls itself; absent means as it does, also on a device: no name of a phone is made up
 */
public record Screen(int width, int height, Optional<Double> pixelRatio, boolean touch, Optional<String> userAgent) {
    /** A window of 1280 x 800: what the most common notebooks leave of their screens. */
    public static final Screen DEFAULT = window(1280, 800);

    /** Rejects null. */
    public Screen {
        requireNonNull(pixelRatio);
        requireNonNull(userAgent);
    }

    /** A window of this size. */
    public static Screen window(int width, int height) {
        return new Screen(width, height, Optional.empty(), false, Optional.empty());
    }

    /** Whether it is a device's. */
    public boolean isDevice() {
        return pixelRatio.isPresent();
    }

    /** As configs write it: {@code 1280x800}, {@code 390x844@3}. */
    public String size() {
        return width + "x" + height
                + pixelRatio
                        .map(ratio -> "@" + (ratio % 1 == 0 ? String.valueOf(ratio.intValue()) : ratio.toString()))
                        .orElse("");
    }
}
