package dev.smokerunner.result;

/**
 * Where something is on a picture of a page, in thousandths of the picture's width and height, so that it holds for any scale.
 *
 * @param left from the left edge
 * @param top from the upper edge
 * @param width how wide
 * @param height how high
 */
public record Region(int left, int top, int width, int height) {
    /** The width and height of a whole picture. */
    public static final int WHOLE = 1000;

    /** Rejects what is not on the picture. */
    public Region {
        if (left < 0 || top < 0 || width < 1 || height < 1 || left + width > WHOLE || top + height > WHOLE) {
            throw new IllegalArgumentException(
                    "not on the picture: " + left + ", " + top + ", " + width + " x " + height);
        }
    }
}
