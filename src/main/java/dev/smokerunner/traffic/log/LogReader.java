package dev.smokerunner.traffic.log;

import dev.smokerunner.history.LogPosition;
import dev.smokerunner.history.LogPositions;
import dev.smokerunner.traffic.CountBook;
import dev.smokerunner.traffic.CountedSite;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;

/** Counts access logs from where they were counted up to. Counts and position are one transaction: no line is counted twice. */
public final class LogReader {
    /** A transaction of so many lines, or of lines and minutes; more would take memory, fewer would take time. */
    private static final long BATCH = 200_000;

    private final LogPositions positions;
    private final CountBook book;
    private final Clock clock;
    private final BooleanSupplier isEnded;

    /**
     * A reader.
     *
     * @param jdbi where positions are kept
     * @param book where counts are written
     * @param clock tells what is too old
     * @param isEnded whether it is to stop
     */
    public LogReader(Jdbi jdbi, CountBook book, Clock clock, BooleanSupplier isEnded) {
        this.positions = new LogPositions(jdbi);
        this.book = book;
        this.clock = clock;
        this.isEnded = isEnded;
    }

    /**
     * Counts what a file has that is not counted yet.
     *
     * @param sites those that it may tell of
     * @throws IOException if it cannot be read; what was read before stays counted
     */
    public LogSummary read(Path path, List<CountedSite> sites) throws IOException {
        LogFile file = LogFile.of(path);
        LogTally tally = new LogTally(sites, clock.instant());
        Optional<String> id = file.id(tally);
        if (id.isEmpty()) {
            return LogSummary.NONE;
        }
        long before = positions.of(id.get()).map(LogPosition::position).orElse(0L);
        try (InputStream in = file.open()) {
            in.skipNBytes(before);
            readOn(
                    new LineReader(in, before),
                    new LogPosition(id.get(), path.toString(), 0, Instant.EPOCH, before),
                    file,
                    tally);
        } catch (EOFException shorter) {
            // Cut off since it was counted, or not unpacked to its end: what is there is counted.
        }
        return tally.summary();
    }

    private void readOn(LineReader lines, LogPosition from, LogFile file, LogTally tally) throws IOException {
        LogPosition at = from;
        try {
            while (lines.next() || file.isPacked() && lines.rest()) {
                tally.add(lines);
                if (tally.size() >= BATCH) {
                    LogPosition reached = at.readTo(lines.position());
                    if (!write(tally, at.position(), reached) || isEnded.getAsBoolean()) {
                        return;
                    }
                    at = reached;
                }
            }
        } catch (IOException broken) {
            // It is not read again before it changes.
            writeEnd(lines, at, file, tally);
            throw broken;
        }
        writeEnd(lines, at, file, tally);
    }

    private void writeEnd(LineReader lines, LogPosition at, LogFile file, LogTally tally) {
        write(tally, at.position(), at.readToTheEnd(file.size(), file.modifiedAt(), lines.position()));
    }

    private boolean write(LogTally tally, long before, LogPosition reached) {
        return book.write(
                tally.take(), Map.of(), handle -> LogPositions.advance(handle, before, reached, clock.instant()));
    }

    /**
     * Counts what comes through a pipe, to its end. Nobody can tell what of it was counted before.
     *
     * @param sites those that it may tell of
     */
    public LogSummary read(InputStream pipe, List<CountedSite> sites) throws IOException {
        LogTally tally = new LogTally(sites, clock.instant());
        LineReader lines = new LineReader(pipe, 0);
        while (!isEnded.getAsBoolean() && (lines.next() || lines.rest())) {
            tally.add(lines);
            if (tally.size() >= BATCH) {
                book.write(tally.take(), Map.of(), handle -> true);
            }
        }
        book.write(tally.take(), Map.of(), handle -> true);
        return tally.summary();
    }
}
