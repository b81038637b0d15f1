package dev.smokerunner.observe.http;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.NetworkFailure.Kind;
import dev.smokerunner.observation.Role;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Response;

/** Reads bodies within their limits; shared by all requests of a run, whose kept bytes it counts. */
final class BodyReader {
    /** Of film and sound so much is enough: browsers do not wait for their end either. */
    private static final long ENOUGH_OF_A_STREAM = 1 << 20;

    private final BodyLimits limits;
    private final Duration limit;
    private final AtomicLong left;

    BodyReader(BodyLimits limits, Duration limit) {
        this.limits = limits;
        this.limit = limit;
        this.left = new AtomicLong(limits.inAll());
    }

    /**
     * A body and what was wrong with it.
     *
     * @param body as far as it came
     * @param failure why it is not whole
     */
    record Reading(Body body, Optional<NetworkFailure> failure) {}

    Reading read(Response response, Role role) {
        List<String> encodings = response.headers("Content-Encoding");
        WireStream wire = new WireStream(response.body().byteStream());
        int reserved = reserve(limits.kept(role));
        int most = Math.max(reserved, Math.min(BodyLimits.LEAST, limits.kept(role)));
        // Who keeps nothing of other files compares with digests of its own.
        Sink sink = new Sink(most, announcedBytes(response), limits.other() > 0);
        Optional<NetworkFailure> failure = Optional.empty();
        try (InputStream decoded = ContentDecoding.decode(wire, encodings)) {
            boolean ended = sink.fill(decoded, limits.read());
            if (!ended && BodyLimits.isText(role)) {
                failure = Optional.of(Failures.of(Kind.OTHER, "the body is larger than " + limits.read() + " bytes"));
            }
        } catch (IOException e) {
            failure = Optional.of(wire.failure()
                    .map(cut -> Failures.withinBody(cut, wire.count(), announced(response), limit))
                    .orElseGet(() -> undecodable(e, encodings)));
        }
        left.addAndGet(Math.max(0, reserved - sink.kept.size()));
        return new Reading(sink.body(), failure.filter(f -> !isEnough(f, role, sink)));
    }

    /** What was kept of this body is kept no longer. */
    void giveBack(Body body) {
        left.updateAndGet(have -> Math.min(limits.inAll(), have + body.kept()));
    }

    private static boolean isEnough(NetworkFailure failure, Role role, Sink sink) {
        return role == Role.OTHER && failure.kind() == Kind.TIMEOUT && sink.length >= ENOUGH_OF_A_STREAM;
    }

    private static NetworkFailure undecodable(IOException failure, List<String> encodings) {
        String encoding = String.join(", ", encodings);
        if (failure instanceof EOFException) {
            return Failures.of(Kind.TRUNCATED, "the body ends in the middle of its " + encoding + " data");
        }
        return Failures.of(
                Kind.DECODING, "says Content-Encoding: " + encoding + " and is not: " + failure.getMessage());
    }

    private static String announced(Response response) {
        long length = announcedBytes(response);
        return length < 0 ? "" : " of " + length;
    }

    /** How many bytes come over the wire, by the answer's own word; -1 where it does not say. */
    private static long announcedBytes(Response response) {
        return response.body().contentLength();
    }

    /** As much as is wanted, or what the run has left. */
    private int reserve(int wanted) {
        long before = left.getAndUpdate(have -> have - Math.min(wanted, have));
        return (int) Math.min(wanted, before);
    }

    /** Takes bytes in: counts and digests all, keeps the first. */
    private static final class Sink {
        private static final int BUFFER = 16 * 1024;
        /** What deployments state beside SHA-256: Workbox MD5, Angular SHA-1. */
        private static final List<String> STATED = List.of("MD5", "SHA-1");

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final MessageDigest digest = digest("SHA-256");
        private final Map<String, MessageDigest> others = new LinkedHashMap<>();
        private final int most;
        private final boolean takesStated;
        private final byte[] buffer;
        private long length;
        private boolean whole;

        /**
         * An empty one.
         *
         * @param most how many bytes to keep
         * @param expected about how many come; below 0 where nobody knows. Most of a page's files are smaller than a buffer.
         * @param takesStated whether the digests that deployments state are taken as well
         */
        Sink(int most, long expected, boolean takesStated) {
            this.most = most;
            this.takesStated = takesStated;
            this.buffer = new byte[expected < 0 ? BUFFER : (int) Math.min(BUFFER, expected + 1)];
        }

        /** Whether the end was reached before the limit. */
        boolean fill(InputStream from, long limit) throws IOException {
            int count = from.read(buffer);
            while (count >= 0 && length + count <= limit) {
                digest.update(buffer, 0, count);
                keep(count);
                length += count;
                count = from.read(buffer);
            }
            whole = count < 0;
            return whole;
        }

        /** What is not kept whole cannot be digested later: only for that more than one digest is worth its time. */
        private void keep(int count) {
            int room = Math.min(count, most - kept.size());
            if (takesStated && room < count && others.isEmpty()) {
                STATED.forEach(algorithm -> others.put(algorithm, digest(algorithm)));
                others.values().forEach(other -> other.update(kept.toByteArray()));
            }
            others.values().forEach(other -> other.update(buffer, 0, count));
            kept.write(buffer, 0, room);
        }

        Body body() {
            if (!whole) {
                return new Body(kept.toByteArray(), length, "");
            }
            Map<String, String> taken = new LinkedHashMap<>();
            others.forEach((algorithm, other) -> taken.put(algorithm, hex(other)));
            return new Body(kept.toByteArray(), length, hex(digest), taken);
        }

        private static String hex(MessageDigest digest) {
            return HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest digest(String algorithm) {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has " + algorithm, e);
            }
        }
    }
}
