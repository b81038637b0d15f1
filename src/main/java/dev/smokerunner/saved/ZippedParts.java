package dev.smokerunner.saved;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A kept run in a bug report. Its entries are read by their names and never unpacked, so that none lands anywhere.
 *
 * @param zip the bug report
 */
record ZippedParts(ZipFile zip) implements Parts {
    /** The folder of the kept run in a bug report. */
    static final String FOLDER = "observation/";

    /** Bytes: more than any part or page has, and few enough to be held. */
    private static final int LARGEST = 256 << 20;

    @Override
    public String keep(byte[] bytes) {
        throw new UnsupportedOperationException("a bug report is written once");
    }

    @Override
    public byte[] read(String name) {
        PartFiles.refuseOther(name);
        try {
            return file("parts/" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] file(String name) throws IOException {
        ZipEntry entry = zip.getEntry(FOLDER + name);
        if (entry == null) {
            throw new IOException("expected a bug report with " + FOLDER + name + " in it");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(FOLDER + name + " is larger than anything that a run keeps");
            }
            return bytes;
        }
    }
}
