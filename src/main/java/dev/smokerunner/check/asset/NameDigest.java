package dev.smokerunner.check.asset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** The digests that build tools put into names. */
enum NameDigest {
    /** 32 hexadecimal digits. */
    MD5("MD5"),
    /** 40 hexadecimal digits. */
    SHA1("SHA-1"),
    /** 64 hexadecimal digits. */
    SHA256("SHA-256");

    private final String algorithm;

    NameDigest(String algorithm) {
        this.algorithm = algorithm;
    }

    /** The digest of bytes in lower-case hex. */
    String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    /** How many hexadecimal digits it has. */
    int length() {
        return this == MD5 ? 32 : this == SHA1 ? 40 : 64;
    }

    /** Its name for people, and Java's. */
    String label() {
        return algorithm;
    }

    /** The program that makes it. */
    String program() {
        return name().toLowerCase(Locale.ROOT) + "sum";
    }
}
