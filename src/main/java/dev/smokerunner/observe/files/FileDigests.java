package dev.smokerunner.observe.files;

import dev.smokerunner.serving.PackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The digests of a file as {@code integrity} attributes write them. */
final class FileDigests {
    private static final List<String> SIZES = List.of("256", "384", "512");

    private FileDigests() {}

    /** SHA-256, SHA-384 and SHA-512, e.g. {@code sha384-oqVu…}. */
    static List<String> of(PackedFiles files, String key) throws IOException {
        List<MessageDigest> digests = new ArrayList<>();
        for (String size : SIZES) {
            digests.add(digest("SHA-" + size));
        }
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = files.open(key)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                for (MessageDigest digest : digests) {
                    digest.update(buffer, 0, got);
                }
            }
        }
        return digests.stream()
                .map(digest -> digest.getAlgorithm().replace("SHA-", "sha") + "-"
                        + Base64.getEncoder().encodeToString(digest.digest()))
                .toList();
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
