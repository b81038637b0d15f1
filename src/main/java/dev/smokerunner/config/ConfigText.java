package dev.smokerunner.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The text of a config file, of a bounded size. */
final class ConfigText {
    /** The largest file that is read: a YAML parser needs seconds for some megabytes, and no config has so much to say. */
    static final int MAX_BYTES = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ConfigText() {}

    /**
     * Reads a file.
     *
     * @throws ConfigException if it is not there, not readable, larger than {@link #MAX_BYTES} or not UTF-8
     */
    static String read(Path file) throws ConfigException {
        if (Files.isDirectory(file)) {
            throw refuse(file, "expected a config file, got a directory; to check a directory use --target");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw refuse(file, "expected a config file, got nothing: there is no such file");
        } catch (AccessDeniedException e) {
            throw refuse(file, "expected a config file that can be read, got no permission to read it");
        } catch (IOException e) {
            throw refuse(file, "expected a config file that can be read, got an error: " + e.getMessage());
        }
        if (bytes.length > MAX_BYTES) {
            throw refuse(file, "expected a config of at most 1 MiB, got a larger file");
        }
        return decode(file, bytes);
    }

    private static String decode(Path file, byte[] bytes) throws ConfigException {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = utf8.decode(in).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            TextPosition place = TextPosition.in(before, before.length());
            throw new ConfigException(List.of(new Problem(
                    file.toString(), Optional.of(place), "", "expected UTF-8 text, got bytes of another encoding")));
        }
    }

    private static ConfigException refuse(Path file, String message) {
        return new ConfigException(List.of(new Problem(file.toString(), Optional.empty(), "", message)));
    }
}
