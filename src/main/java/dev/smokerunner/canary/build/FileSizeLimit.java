package dev.smokerunner.canary.build;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** Keeps one file from filling the disk before anybody looks; where the system has no such limit, only looks are left. */
final class FileSizeLimit {
    private static final int BLOCK = 512;

    private FileSizeLimit() {}

    /** The command, none of whose files gets larger than all of them may be. */
    static Command on(Command command, Limits limits) {
        if (File.separatorChar != '/') {
            return command;
        }
        String script = "ulimit -f " + limits.diskBytes() / BLOCK + "; exec \"$@\"";
        List<String> words = Stream.concat(Stream.of("sh", "-c", script, "sh"), command.words().stream())
                .toList();
        return new Command(words, command.directory(), command.environment());
    }
}
