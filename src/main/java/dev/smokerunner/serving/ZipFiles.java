package dev.smokerunner.serving;

import dev.smokerunner.serving.PackingFlaw.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The files of a zip, read from it on request. Nothing of it is ever written anywhere.
 *
 * <p>Apache Commons Compress and not the JDK reads it, because only that tells symbolic links, encryption, entries of the
 * same name and where entries lie.
 */
final class ZipFiles implements PackedFiles {
    private final Path path;
    private final State state;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> byKey;
    private final List<PackingFlaw> flaws;

    private ZipFiles(Path path, State state, ZipFile zip, ZipEntries entries, List<PackingFlaw> flaws) {
        this.path = path;
        this.state = state;
        this.zip = zip;
        this.byKey = entries.files();
        this.flaws = flaws;
    }

    /**
     * Opens a zip.
     *
     * @throws PackageException if it cannot be read, must not be, or has no file
     */
    static ZipFiles of(Path path) throws PackageException {
        try {
            State state = State.of(path);
            FileChannel channel = FileChannel.open(path);
            try {
                return of(path, state, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (BrokenZip e) {
            throw new PackageException("the package '" + path + "' " + e.getMessage(), e);
        } catch (AccessDeniedException e) {
            throw new PackageException("the package '" + path + "' cannot be read: permission denied", e);
        } catch (IOException | RuntimeException e) {
            // Of the library's words on a broken zip, some come as exceptions of other kinds.
            throw new PackageException(
                    "the package '" + path + "' cannot be read as a zip: " + e.getMessage()
                            + "; pack or fetch it again",
                    e);
        }
    }

    private static ZipFiles of(Path path, State state, FileChannel channel) throws IOException {
        ZipEnd end = ZipEnd.of(channel);
        // The headers beside the files say nothing that the list does not, and reading them takes ten times as long.
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get();
        ZipEntries entries = new ZipEntries(Collections.list(zip.getEntries()), channel.size());
        if (entries.files().isEmpty()) {
            throw new BrokenZip("has no file in it; was it built?");
        }
        List<PackingFlaw> flaws = new ArrayList<>(entries.flaws());
        if (end.extra() > 0) {
            flaws.add(new PackingFlaw(Kind.EXTRA_BYTES, String.valueOf(path.getFileName())));
        }
        return new ZipFiles(path, state, zip, entries, List.copyOf(flaws));
    }

    @Override
    public List<String> keys() {
        return List.copyOf(byKey.keySet());
    }

    @Override
    public boolean has(String key) {
        return byKey.containsKey(key);
    }

    @Override
    public long bytes(String key) throws IOException {
        return entry(key).getSize();
    }

    @Override
    public Instant changed(String key) throws IOException {
        FileTime changed = entry(key).getLastModifiedTime();
        return changed == null ? Instant.EPOCH : changed.toInstant();
    }

    @Override
    public InputStream open(String key) throws IOException {
        ZipArchiveEntry entry = entry(key);
        String name = ZipEntryName.of(entry).quoted();
        try {
            return new CountedEntry(raw(entry), name, entry.getSize(), entry.getCrc());
        } catch (RuntimeException e) {
            throw new IOException(name + " cannot be read from the zip: " + e.getMessage(), e);
        }
    }

    /** One at a time: where an entry begins is found by moving the channel. */
    private synchronized InputStream raw(ZipArchiveEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    @Override
    public List<PackingFlaw> flaws() {
        return flaws;
    }

    @Override
    public boolean isPacked() {
        return true;
    }

    @Override
    public boolean isChanged() {
        try {
            return !State.of(path).equals(state);
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read: there is nothing to lose.
        }
    }

    private ZipArchiveEntry entry(String key) throws NoSuchFileException {
        ZipArchiveEntry entry = byKey.get(key);
        if (entry == null) {
            throw new NoSuchFileException(key);
        }
        return entry;
    }

    /**
     * The zip as it was.
     *
     * @param identity what the disk calls it, which is another one where the file was replaced
     * @param bytes its size
     * @param changed when it was written last
     */
    private record State(String identity, long bytes, Instant changed) {
        static State of(Path path) throws IOException {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return new State(
                    Objects.toString(now.fileKey()),
                    now.size(),
                    now.lastModifiedTime().toInstant());
        }
    }
}
