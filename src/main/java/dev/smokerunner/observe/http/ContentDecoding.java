package dev.smokerunner.observe.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes content encodings; what it does not know it passes through, as browsers do. */
final class ContentDecoding {
    /** Asked for in this order; what is not in here no server should send. */
    static final String ACCEPTED = "gzip, deflate, br";

    private static final int MOST_LAYERS = 5;

    private ContentDecoding() {}

    /**
     * The bytes without their encodings.
     *
     * @param wire the bytes as they come
     * @param encodings the values of {@code Content-Encoding}
     * @throws IOException if the bytes begin like no such encoding, or cannot be read
     */
    static InputStream decode(InputStream wire, List<String> encodings) throws IOException {
        List<String> layers = layers(encodings);
        if (layers.size() > MOST_LAYERS) {
            throw new IOException("encoded " + layers.size() + " times");
        }
        InputStream stream = wire;
        for (String layer : layers) {
            stream = layer(stream, layer);
        }
        return stream;
    }

    /** The outermost encoding first. */
    private static List<String> layers(List<String> encodings) {
        List<String> layers = new ArrayList<>();
        encodings.forEach(value ->
                layers.addAll(Arrays.asList(value.toLowerCase(Locale.ROOT).split(","))));
        layers.replaceAll(String::strip);
        Collections.reverse(layers);
        return layers;
    }

    private static InputStream layer(InputStream encoded, String name) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(encoded, 2);
        int first = bytes.read();
        if (first < 0) {
            // Nothing is nothing in any encoding.
            return bytes;
        }
        int second = bytes.read();
        if (second >= 0) {
            bytes.unread(second);
        }
        bytes.unread(first);
        return switch (name) {
            case "gzip", "x-gzip" -> new GZIPInputStream(bytes, 8192);
            case "deflate" -> new InflaterInputStream(bytes, new Inflater(!isZlib(first, second)), 8192);
            case "br" -> new BrotliInputStream(bytes);
            case "zstd" -> throw new IOException("zstd was not asked for, and Smoke Runner cannot read it");
            default -> bytes;
        };
    }

    /** Servers send deflate with and without the zlib header, and browsers take both. */
    private static boolean isZlib(int first, int second) {
        return (first & 0x0f) == 8 && second >= 0 && ((first << 8) + second) % 31 == 0;
    }
}
