package dev.smokerunner.observe.browser.visit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Tells whether a picture shows anything. */
final class PlainColour {
    private PlainColour() {}

    /** Whether every pixel of a PNG has one colour; false where it cannot be read. */
    static boolean fills(byte[] png) {
        try {
            // Not from an InputStream, which would write a temporary file. The reader closes the stream itself.
            @Nullable
            BufferedImage image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
            return image != null && isPlain(image);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isPlain(BufferedImage image) {
        int first = image.getRGB(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }
}
