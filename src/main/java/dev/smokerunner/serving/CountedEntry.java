package dev.smokerunner.serving;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The bytes of an entry, which are counted and summed up as they come: what the zip says about them is not believed. */
final class CountedEntry extends FilterInputStream {
    private final String name;
    private final long size;
    private final long checksum;
    private final CRC32 sum = new CRC32();
    private long count;

    /**
     * Reads an entry.
     *
     * @param bytes its bytes
     * @param name its name in quotes
     * @param size how many bytes the zip says there are
     * @param checksum the CRC-32 that it says they have
     */
    CountedEntry(InputStream bytes, String name, long size, long checksum) throws IOException {
        super(bytes);
        this.name = name;
        this.size = size;
        this.checksum = checksum;
        if (size == 0) {
            end();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (count == size || length == 0) {
            return count == size ? -1 : 0;
        }
        int got = unpacked(buffer, offset, (int) Math.min(length, size - count));
        if (got < 0) {
            throw new IOException(
                    name + " ends after " + count + " of the " + size + " bytes that the zip says it has");
        }
        count += got;
        sum.update(buffer, offset, got);
        if (count == size) {
            end();
        }
        return got;
    }

    /** The library's words on damaged bytes do not say whose they are. */
    private int unpacked(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw new IOException(name + " is damaged in the zip: " + e.getMessage(), e);
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        // Skipped bytes would not be summed up.
        return Math.max(0, read(new byte[(int) Math.min(8192, Math.max(0, wanted))]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void end() throws IOException {
        if (super.read() >= 0) {
            throw new IOException(name + " goes on after the " + size + " bytes that the zip says it has");
        }
        if (sum.getValue() != checksum) {
            throw new IOException(name + " does not have the checksum that the zip notes for it");
        }
    }
}
