package dev.smokerunner.observe.compare;

import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.Difference.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Says whether two files are one picture: CDNs encode pictures anew to make them smaller (Cloudflare Polish, Fastly Image
 * Optimizer, mod_pagespeed), and what visitors see stays the same.
 */
public final class PictureDifference {
    /** Twice what sharp screens show; what is larger is not unpacked. */
    private static final long MOST_POINTS = 16L << 20;
    /** The side of the squares in which JPEG loses detail. */
    private static final int SQUARE = 8;
    /**
     * How far one square may be off on average, of 255, in a format that loses detail. Measured with a picture of gradients,
     * grain and text of four sizes, saved with a quality of 0.92: saved again with 0.5 the worst square is off by 18 to 21, with
     * one other digit by 29 and more.
     */
    private static final int MOST_LOST = 22;
    /** In other formats a point is what it was; a step may be lost where colours were put into a profile or out of it. */
    private static final int MOST_ROUNDED = 2;

    private PictureDifference() {}

    /**
     * How the picture that is served differs from the packaged one; absent where they are not one picture, or it is unknown. One
     * pair at a time, since two pictures unpacked take up to 128 MiB.
     */
    public static synchronized Optional<Difference> between(byte[] packaged, byte[] served) {
        Optional<Read> own = read(packaged);
        Optional<Read> other = own.flatMap(first -> read(served));
        return other.filter(second -> second.isSame(own.get()))
                .map(second -> new Difference(Kind.ENCODING, "the same picture in other bytes", 1));
    }

    /** A picture with the name of its format. */
    private record Read(String format, BufferedImage image) {
        boolean isSame(Read other) {
            return format.equals(other.format)
                    && image.getWidth() == other.image.getWidth()
                    && image.getHeight() == other.image.getHeight()
                    && looksLike(other.image);
        }

        private boolean looksLike(BufferedImage other) {
            int most = format.equalsIgnoreCase("jpeg") ? MOST_LOST : MOST_ROUNDED;
            for (int y = 0; y < image.getHeight(); y += SQUARE) {
                for (int x = 0; x < image.getWidth(); x += SQUARE) {
                    if (off(other, x, y) > most) {
                        return false;
                    }
                }
            }
            return true;
        }

        private double off(BufferedImage other, int left, int top) {
            int width = Math.min(SQUARE, image.getWidth() - left);
            int height = Math.min(SQUARE, image.getHeight() - top);
            int[] here = image.getRGB(left, top, width, height, null, 0, width);
            int[] there = other.getRGB(left, top, width, height, null, 0, width);
            long sum = 0;
            for (int i = 0; i < here.length; i++) {
                sum += off(here[i], there[i]);
            }
            return (double) sum / here.length;
        }

        /** How far two points are apart in the channel that differs most; the colour of what is not seen does not count. */
        private static int off(int here, int there) {
            int ownAlpha = here >>> 24;
            int otherAlpha = there >>> 24;
            int most = Math.abs(ownAlpha - otherAlpha);
            for (int shift = 0; shift <= 16; shift += 8) {
                int own = (here >> shift & 0xff) * ownAlpha;
                int other = (there >> shift & 0xff) * otherAlpha;
                most = Math.max(most, Math.abs(own - other) / 255);
            }
            return most;
        }
    }

    /** Absent where it is no picture of a kind that Java reads, is animated, or is larger than anybody shows. */
    private static Optional<Read> read(byte[] bytes) {
        // Not from an InputStream, which would write a temporary file.
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            // Java's readers also throw what nobody declared where bytes are damaged.
            return Optional.empty();
        }
    }

    private static Optional<Read> read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in);
            if (reader.getNumImages(true) != 1 || (long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
                return Optional.empty();
            }
            @Nullable BufferedImage image = reader.read(0);
            return image == null ? Optional.empty() : Optional.of(new Read(reader.getFormatName(), image));
        } finally {
            reader.dispose();
        }
    }
}
