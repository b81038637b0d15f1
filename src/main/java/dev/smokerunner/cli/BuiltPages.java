package dev.smokerunner.cli;

import dev.smokerunner.canary.PageCheck;
import dev.smokerunner.canary.PageLook;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.run.SmokePlan;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * Looks at the pages of what a canary built, and says nothing meanwhile.
 *
 * @param plan what is expected of them
 */
record BuiltPages(Application application, SmokePlan plan) implements PageCheck {

    @Override
    public PageLook check(Path output) {
        ShapeRecorder shapes = new ShapeRecorder();
        SmokeResult result = application.runner(quietly(), shapes).apply(CanaryPages.of(plan, output));
        return new PageLook(result, shapes.shapes());
    }

    private static ReportSettings quietly() {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter());
        return new ReportSettings(Path.of(""), List.of(), ReportSettings.Verbosity.QUIET, false, nobody, nobody, true);
    }
}
