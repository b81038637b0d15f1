package dev.smokerunner.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * A report that was asked for and could not be written; it does not change the verdict.
 *
 * @param where the file, or {@code standard output}
 * @param reason why not, in words
 */
public record ReportProblem(String where, String reason) {

    /** Rejects null. */
    public ReportProblem {
        requireNonNull(where);
        requireNonNull(reason);
    }

    /** The one that a failure means. */
    public static ReportProblem of(Object where, IOException cause) {
        return new ReportProblem(where.toString(), reason(cause));
    }

    /** The whole message: what, where, why, and what to do. */
    @Override
    public String toString() {
        return TerminalText.line("cannot write the report " + TerminalText.field(where) + ": "
                + TerminalText.field(reason) + "; make room there, or name another directory with --output");
    }

    /** The JDK's message of these is the path alone. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "the directory is gone";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "a file stands where a directory is needed";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "a directory stands where the file is needed";
        }
        if (cause instanceof FileSystemException trouble && trouble.getReason() != null) {
            return trouble.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
