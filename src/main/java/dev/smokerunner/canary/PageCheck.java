package dev.smokerunner.canary;

import dev.smokerunner.result.SmokeResult;
import java.nio.file.Path;

/** Looks at the page of a package, as any run does. */
@FunctionalInterface
public interface PageCheck {

    /** What is wrong with a folder or a zip. */
    SmokeResult check(Path output);
}
