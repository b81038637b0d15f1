package dev.smokerunner.traffic.log;

import java.util.Optional;

/** Tells in which format the lines of one log are written, by the lines themselves. Of one thread. */
final class LogLines {
    private final LogFormat server = new ServerLog();
    private final LogFormat json = new JsonLog();
    private Optional<FieldLog> fields = Optional.empty();

    /** Whether a line tells of no request but of the log, or nothing; what it says of the lines after it is remembered. */
    boolean isRemark(String line) {
        if (line.isEmpty()) {
            return true;
        }
        if (line.charAt(0) != '#') {
            return false;
        }
        fields = FieldLog.of(line).or(() -> fields);
        return true;
    }

    /** What a line says; absent where nobody understands it. */
    Optional<LogEntry> read(String line) {
        if (line.charAt(0) == '{') {
            return json.read(line);
        }
        return fields.isPresent() ? fields.get().read(line) : server.read(line);
    }
}
