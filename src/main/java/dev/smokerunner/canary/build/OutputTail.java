package dev.smokerunner.canary.build;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads all that a process prints, counts it, and keeps the end. */
final class OutputTail implements Runnable {
    private static final Pattern COLOUR = Pattern.compile("\\u001b\\[[0-9;]*m");
    private static final int KEPT = 16 << 10;

    private final InputStream in;
    private final byte[] ring = new byte[KEPT];
    private long count;

    OutputTail(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[64 << 10];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException ended) {
            // Its end was closed, as by the death of the process.
        }
    }

    private synchronized void keep(byte[] bytes, int length) {
        for (int at = Math.max(0, length - KEPT); at < length; at++) {
            ring[(int) ((count + at) % KEPT)] = bytes[at];
        }
        count += length;
    }

    /** How many bytes were printed. */
    synchronized long count() {
        return count;
    }

    /** The last 16 kB, without colours. */
    synchronized String text() {
        int length = (int) Math.min(count, KEPT);
        byte[] tail = new byte[length];
        for (int at = 0; at < length; at++) {
            tail[at] = ring[(int) ((count - length + at) % KEPT)];
        }
        return COLOUR.matcher(new String(tail, StandardCharsets.UTF_8)).replaceAll("");
    }
}
