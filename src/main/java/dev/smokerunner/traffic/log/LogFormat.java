package dev.smokerunner.traffic.log;

import java.util.Optional;

/** One way to write access logs down. Of one thread: it may remember what the last line said. */
interface LogFormat {
    /** What a line says; absent where it is not written in this way. */
    Optional<LogEntry> read(String line);
}
