package dev.smokerunner.check.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The digests that browsers know in {@code integrity} attributes and content policies, the weakest first. */
public enum Digest {
    /** SHA-256. */
    SHA256("SHA-256"),
    /** SHA-384. */
    SHA384("SHA-384"),
    /** SHA-512. */
    SHA512("SHA-512");

    private final String algorithm;

    Digest(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The digest of that name, as attributes write it: lower case, Chromium takes a hyphen as well. */
    public static Optional<Digest> named(String name) {
        for (Digest digest : values()) {
            if (name.equals(digest.label()) || name.equals(digest.algorithm.toLowerCase(Locale.ROOT))) {
                return Optional.of(digest);
            }
        }
        return Optional.empty();
    }

    /** The name in attributes, e.g. {@code sha384}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many bytes it has. */
    public int length() {
        return Integer.parseInt(name().substring(3)) / 8;
    }

    /** A text's digest as attributes write it. */
    public String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes' digest as attributes write it, e.g. {@code sha384-oqVu…}. */
    public String of(byte[] bytes) {
        try {
            return label() + "-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
