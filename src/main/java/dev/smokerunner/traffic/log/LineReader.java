package dev.smokerunner.traffic.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads whole lines and counts bytes. Lines that are longer than any log's are skipped, so that no file takes more memory than
 * another. Characters beyond ASCII come as bytes in ISO 8859-1: what logs are counted by has none.
 */
final class LineReader {
    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[4 * LONGEST];
    private int start;
    private int end;
    private long dropped;
    private long position;
    private String line = "";
    private boolean isSkipped;

    /**
     * Lines of a stream.
     *
     * @param position how many bytes came before it
     */
    LineReader(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /**
     * Goes to the next line that ends.
     *
     * @return whether there is one
     */
    boolean next() throws IOException {
        int scanned = 0;
        while (true) {
            for (int at = start + scanned; at < end; at++) {
                if (buffer[at] == '\n') {
                    take(at, at + 1);
                    return true;
                }
            }
            if (end - start >= LONGEST) {
                dropped += end - start;
                start = end;
            }
            scanned = end - start;
            if (!fill()) {
                return false;
            }
        }
    }

    /**
     * Takes what is left after the last line that ends as a line, where nothing will follow it.
     *
     * @return whether something is
     */
    boolean rest() {
        boolean isThere = end > start || dropped > 0;
        if (isThere) {
            take(end, end);
        }
        return isThere;
    }

    private boolean fill() throws IOException {
        if (buffer.length - end < LONGEST) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }

    private void take(int lineEnd, int next) {
        int length = lineEnd - start;
        boolean hasReturn = length > 0 && buffer[lineEnd - 1] == '\r';
        isSkipped = dropped > 0;
        line = isSkipped ? "" : new String(buffer, start, hasReturn ? length - 1 : length, StandardCharsets.ISO_8859_1);
        position += dropped + next - start;
        dropped = 0;
        start = next;
    }

    /** The line, without its end; empty where it was skipped. */
    String line() {
        return line;
    }

    /** Whether the line was too long, and skipped. */
    boolean isSkipped() {
        return isSkipped;
    }

    /** How many bytes there were up to the end of the line. */
    long position() {
        return position;
    }
}
