package dev.smokerunner.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Files that are named after their bytes, so that what is the same is kept once.
 *
 * @param folder where they are
 */
record PartFiles(Path folder) {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    /** Keeps these bytes; their name. Several threads may keep the same bytes at once. */
    String keep(byte[] bytes) {
        String name = HexFormat.of().formatHex(sha256().digest(bytes));
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Path half = Files.createTempFile(folder, "half-", "");
                Files.write(half, bytes);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return name;
    }

    /** The bytes of a name. */
    byte[] read(String name) {
        // The folder may come from somebody else.
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("expected the name of a part, 64 hexadecimal digits");
        }
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
