package dev.smokerunner.observation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The bytes of an answer after its content encoding was undone, as far as they were kept. */
public final class Body {
    private final byte[] kept;
    private final long length;
    private final String sha256;
    private final Map<String, String> others;

    /**
     * Takes the array as it is; the caller must not change it afterwards (bodies are large and made once).
     *
     * @param kept the first bytes, up to the keeper's limit
     * @param length how many bytes there were in all, as far as they were read
     * @param sha256 the SHA-256 of all bytes in lower-case hex; empty where not all bytes were read
     */
    public Body(byte[] kept, long length, String sha256) {
        this(kept, length, sha256, Map.of());
    }

    /**
     * A body of which not all bytes were kept, so that digests of others' choice must be taken while it comes.
     *
     * @param others digests of all bytes in lower-case hex, by the name of their algorithm in Java
     */
    public Body(byte[] kept, long length, String sha256, Map<String, String> others) {
        this.kept = kept;
        this.length = length;
        this.sha256 = sha256;
        this.others = Map.copyOf(others);
    }

    /** How many bytes there were in all, as far as they were read. */
    public long length() {
        return length;
    }

    /** How many of them were kept. */
    public int kept() {
        return kept.length;
    }

    /** The SHA-256 of all bytes in lower-case hex; empty where reading stopped before the end. */
    public String sha256() {
        return sha256;
    }

    /** A digest of all bytes that was taken while they came, in lower-case hex, where it was. */
    public Optional<String> taken(String algorithm) {
        return Optional.ofNullable(others.get(algorithm));
    }

    /** All digests beside SHA-256 that were taken while the bytes came, by the name of their algorithm in Java. */
    public Map<String, String> digests() {
        return others;
    }

    /** Whether there were more bytes than were kept. */
    public boolean isCut() {
        return length > kept.length;
    }

    /** The kept bytes from the start, at most {@code count} of them. */
    public byte[] start(int count) {
        return java.util.Arrays.copyOf(kept, Math.min(count, kept.length));
    }

    /** The kept bytes as text. */
    public String text(Charset charset) {
        return new String(kept, charset);
    }

    /** The kept bytes as UTF-8, unreadable bytes replaced. */
    public String text() {
        return text(StandardCharsets.UTF_8);
    }
}
