package dev.smokerunner.observe.compare;

import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.Difference.Kind;
import dev.smokerunner.observation.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from an answer of which file something on the way made a picture, also where it made another format of it.
 *
 * <p>By their own words: Cloudflare ("Polish": {@code Cf-Polished: origSize=}), Fastly ("Image Optimizer":
 * {@code Fastly-Io-Info: ifsz=}), PageSpeed ({@code X-Original-Content-Length}).
 */
public final class PictureOptimiser {
    private static final Map<String, Pattern> SIZES = Map.of(
            "cf-polished", Pattern.compile("\\borigSize=(\\d{1,12})\\b"),
            "fastly-io-info", Pattern.compile("\\bifsz=(\\d{1,12})\\b"),
            "x-original-content-length", Pattern.compile("^\\s*(\\d{1,12})\\s*$"));

    /** How many bytes tell a format. */
    public static final int START = 12;

    private PictureOptimiser() {}

    /** How a picture differs that says it was made of a file of this size; absent for what does not say so. */
    public static Optional<Difference> madeOf(long bytes, Headers headers) {
        return isMadeOf(bytes, headers)
                ? Optional.of(new Difference(Kind.ENCODING, "made of a picture of " + bytes + " bytes, as packaged", 1))
                : Optional.empty();
    }

    /**
     * How a picture differs that comes in a format of which browsers say that they accept it, whatever its name says: whoever
     * keeps another picture under the name keeps it in the format of the name. Absent for other pictures.
     *
     * @param ownStart the first bytes of the packaged file, {@value #START} where it has as many
     * @param servedStart the first bytes of what is served
     */
    public static Optional<Difference> inNewerFormat(byte[] ownStart, byte[] servedStart) {
        Optional<String> served = newerFormat(servedStart);
        return served.isPresent() && newerFormat(ownStart).isEmpty()
                ? Optional.of(new Difference(Kind.ENCODING, "a picture of the packaged name, as " + served.get(), 1))
                : Optional.empty();
    }

    /** WebP container specification, "RIFF header"; AVIF 1.1, 6.2 (brands avif and avis behind the word ftyp). */
    private static Optional<String> newerFormat(byte[] start) {
        String words = new String(start, StandardCharsets.ISO_8859_1);
        if (words.startsWith("RIFF") && words.startsWith("WEBP", 8)) {
            return Optional.of("WebP");
        }
        return words.startsWith("ftypavi", 4) ? Optional.of("AVIF") : Optional.empty();
    }

    private static boolean isMadeOf(long bytes, Headers headers) {
        return headers.mediaType().startsWith("image/")
                && SIZES.entrySet().stream().anyMatch(known -> headers.first(known.getKey())
                        .map(known.getValue()::matcher)
                        .filter(Matcher::find)
                        .filter(found -> Long.parseLong(found.group(1)) == bytes)
                        .isPresent());
    }
}
