package dev.smokerunner.saved;

import dev.smokerunner.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * Files that are named after their bytes, so that what is the same is kept once.
 *
 * @param folder where they are
 */
record PartFiles(Path folder) implements Parts {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    /** Keeps these bytes; several threads may keep the same at once. */
    @Override
    public String keep(byte[] bytes) {
        String name = name(bytes);
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

    @Override
    public byte[] read(String name) {
        refuseOther(name);
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What is kept may come from somebody else.
     *
     * @throws IllegalArgumentException if it is not the name of a part
     */
    static void refuseOther(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("expected the name of a part, 64 hexadecimal digits");
        }
    }

    /** The name of these bytes. */
    static String name(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
