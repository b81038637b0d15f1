package dev.smokerunner.check.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an {@code integrity} attribute says, read as browsers do: the strongest digest that it names counts, and each value
 * of it is as good as the others; what is malformed or of an unknown kind is passed over.
 *
 * @param digest the strongest digest that it names; absent where it says nothing that browsers understand
 * @param values what it wants of that digest, e.g. {@code sha384-…}
 */
public record Integrity(Optional<Digest> digest, List<String> values) {
    private static final Pattern VALUE = Pattern.compile("(sha-?\\d{3})-([A-Za-z0-9+/_-]+={0,2})(?:\\?.*)?");

    /** Copies the list. */
    public Integrity {
        values = List.copyOf(values);
    }

    /** Reads an attribute: of several kinds of digests the strongest counts. */
    public static Integrity of(String attribute) {
        Optional<Digest> strongest = Optional.empty();
        List<String> values = new ArrayList<>();
        for (String part : attribute.strip().split("\\s+", -1)) {
            Matcher matcher = VALUE.matcher(part);
            Optional<Digest> digest = matcher.matches() ? Digest.named(matcher.group(1)) : Optional.empty();
            if (digest.isPresent()
                    && strongest
                            .filter(known -> known.compareTo(digest.get()) >= 0)
                            .isEmpty()) {
                strongest = digest;
                values.clear();
            }
            if (digest.isPresent() && digest.equals(strongest)) {
                values.add(digest.get().label() + "-" + matcher.group(2));
            }
        }
        return new Integrity(strongest, values);
    }

    /** Whether a digest of the kind that counts is among those wanted; browsers take both alphabets of base64. */
    public boolean accepts(String value) {
        return values.stream().anyMatch(wanted -> normal(wanted).equals(normal(value)));
    }

    /** Whether browsers take these bytes; they take any where no digest is one that they know. */
    public boolean accepts(byte[] bytes) {
        return digest.filter(kind -> !accepts(kind.of(bytes))).isEmpty();
    }

    /** The same in the one alphabet of base64 that most write, without padding. */
    public static String normal(String value) {
        int start = value.indexOf('-') + 1;
        String base64 =
                value.substring(start).replace('-', '+').replace('_', '/').replace("=", "");
        return value.substring(0, start) + base64;
    }
}
