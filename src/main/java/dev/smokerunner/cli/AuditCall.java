package dev.smokerunner.cli;

import dev.smokerunner.canary.audit.Audit;
import dev.smokerunner.canary.build.WorkingCopies;
import dev.smokerunner.canary.packages.PackagesException;
import dev.smokerunner.canary.telling.AuditText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/** One call of {@code smoke canary --audit}. */
final class AuditCall {
    private final Application application;
    private final Path project;
    private final PrintWriter out;
    private final PrintWriter err;

    AuditCall(Application application, Path project, PrintWriter out, PrintWriter err) {
        this.application = application;
        this.project = project;
        this.out = out;
        this.err = err;
    }

    /** Runs it to its exit code: a high risk fails. */
    int run(CanaryReader reader) {
        try (WorkingCopies copies = reader.copies()) {
            Audit audit = Audit.of(copies.source(), reader.programs(copies), application.now());
            AuditText.lines(project.toString(), audit).forEach(out::println);
            return (audit.high() > 0 ? ExitCode.FAIL : ExitCode.PASS).code();
        } catch (PackagesException | IOException e) {
            err.println("inconclusive: " + e.getMessage());
            return ExitCode.INCONCLUSIVE.code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED.code();
        }
    }
}
