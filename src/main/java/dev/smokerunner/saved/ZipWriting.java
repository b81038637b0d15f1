package dev.smokerunner.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a bug report entry by entry, the same bytes for the same contents. */
final class ZipWriting implements Parts {
    /** Before it a zip knows no time. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final Set<String> kept = new HashSet<>();

    ZipWriting(ZipOutputStream zip) {
        this.zip = zip;
    }

    @Override
    public String keep(byte[] bytes) {
        String name = PartFiles.name(bytes);
        if (kept.add(name)) {
            try {
                entry(ZippedParts.FOLDER + "parts/" + name, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return name;
    }

    @Override
    public byte[] read(String name) {
        throw new UnsupportedOperationException("what is written is read when it is whole");
    }

    void entry(String name, String text) throws IOException {
        entry(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void entry(String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
