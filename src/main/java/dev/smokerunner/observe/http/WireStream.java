package dev.smokerunner.observe.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Remembers whether it was the wire that failed, so that a decoder's complaint can be told from it. */
final class WireStream extends FilterInputStream {
    private Optional<IOException> failure = Optional.empty();
    private long count;

    WireStream(InputStream wire) {
        super(wire);
    }

    Optional<IOException> failure() {
        return failure;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int more = super.read(buffer, offset, length);
            count += Math.max(0, more);
            return more;
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }
}
